package io.belay.image.bill;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BillTest {
    private static final String LIBRARIES = """
            {"bomFormat": "CycloneDX", "specVersion": "1.6", "components": [
              {"group": "org.shop", "name": "till", "version": "1.2", "purl": "pkg:maven/org.shop/till@1.2?type=jar",
               "licenses": [{"license": {"id": "MIT"}}, {"license": {"id": "Apache-2.0"}}]},
              {"group": "io.belay", "name": "belay-core", "version": "0.1.0-SNAPSHOT",
               "purl": "pkg:maven/io.belay/belay-core@0.1.0-SNAPSHOT?type=jar"}]}
            """;

    private static final String LIBC = """
            Package: libc6
            Version: 2.41-12+deb13u1
            Architecture: amd64
            Description: GNU C Library
             Version: of nothing, for it is a line of the description
            """;

    @TempDir
    private Path folder;

    private Bill made(Path base) throws IOException {
        var from = Files.writeString(folder.resolve("from.json"), LIBRARIES);
        var to = folder.resolve("to.json");
        Bill.main(new String[] {from.toString(), base.toString(), to.toString()});
        return Bill.of(Files.readAllBytes(to));
    }

    private Path base(String notes, String content) throws IOException {
        var base = folder.resolve("base");
        var file = base.resolve("var/lib/dpkg").resolve(notes);
        Files.createDirectories(file.resolveSibling(""));
        Files.createDirectories(base.resolve("usr/lib"));
        Files.writeString(base.resolve("usr/lib/os-release"), "ID=debian\nVERSION_ID=\"13\"\n");
        Files.writeString(file, content);
        return base;
    }

    @Test
    void whatMavenListedIsListed() throws IOException {
        var bill = made(folder);

        assertThat(bill.jars()).containsExactly("belay-core-0.1.0-SNAPSHOT.jar", "till-1.2.jar");
        assertThat(bill.licences()).containsOnlyKeys("org.shop:till");
        assertThat(bill.licences().get("org.shop:till")).containsExactly("Apache-2.0", "MIT");
    }

    @Test
    void theJavaThatLinksIsListed() throws IOException {
        var version = System.getProperty("java.version", "");

        assertThat(new String(made(folder).bytes(), UTF_8)).contains("\"cpe:2.3:a:oracle:openjdk:" + version + ":");
        assertThat(made(folder).count("generic")).isEqualTo(1);
    }

    @Test
    void distrolessNotesEachPackageInAFile() throws IOException {
        var base = base("status.d/libc6", LIBC);
        Files.writeString(base.resolve("var/lib/dpkg/status.d/libc6.md5sums"), "00  Package: none");

        var bill = made(base);

        assertThat(bill.count("deb")).isEqualTo(1);
        assertThat(new String(bill.bytes(), UTF_8))
                .contains("\"pkg:deb/debian/libc6@2.41-12%2Bdeb13u1?arch=amd64&distro=debian-13\"");
    }

    @Test
    void debianNotesAllInOneAndWhatWasRemovedIsNotThere() throws IOException {
        var base = base(
                "status",
                LIBC.replace("Version: 2", "Status: install ok installed\nVersion: 2")
                        + "\nPackage: gone\nStatus: deinstall ok config-files\nVersion: 1\n");

        assertThat(made(base).count("deb")).isEqualTo(1);
    }

    @Test
    void theSameBillGivesTheSameBytes() throws IOException {
        var base = base("status.d/libc6", LIBC);

        assertThat(made(base).bytes()).isEqualTo(made(base).bytes());
    }

    @Test
    void anotherFileIsRefused() {
        assertThatThrownBy(() -> Bill.of("[]".getBytes(UTF_8)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("CycloneDX");
    }
}
