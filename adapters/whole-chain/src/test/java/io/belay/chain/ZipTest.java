package io.belay.chain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ZipTest {
    @TempDir
    Path folder;

    private String tested;

    @BeforeEach
    void test() throws IOException {
        var jar = Files.writeString(folder.resolve("belay-core-1.jar"), "as it is tested");
        tested = folder.resolve("classes") + File.pathSeparator + jar;
    }

    private Zip holding(String jar) throws IOException {
        var texts = Map.of("lib/belay-core-1.jar", jar, "lib/jackson-3.jar", "somebody else's");
        return new Zip(Files.write(folder.resolve("belay-lambda.zip"), Zip.of(texts)));
    }

    @Test
    void aZipOfWhatIsTestedIsDeployed() throws IOException {
        assertThat(holding("as it is tested").fault(tested)).isEmpty();
    }

    @Test
    void aZipOfOtherCodeIsNotDeployed() throws IOException {
        assertThat(holding("as it was last week").fault(tested))
                .contains("belay-lambda.zip holds lib/belay-core-1.jar, which is not what is tested; "
                        + "scripts/package makes it anew");
    }

    @Test
    void aZipOfAJarThatNobodyTestsIsNotDeployed() throws IOException {
        assertThat(holding("as it is tested").fault("")).isPresent();
    }

    @Test
    void aZipThatIsNotThereIsNotDeployed() throws IOException {
        assertThat(new Zip(folder.resolve("belay-lambda.zip")).fault(tested))
                .contains("belay-lambda.zip is not there; scripts/package makes it");
    }

    @Test
    void theSystemFileIsPutBesideTheJars() throws IOException {
        var whole = holding("as it is tested").with("system/shop.yaml", "system: shop\n");
        try (var zip = new ZipInputStream(new ByteArrayInputStream(whole))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().equals("system/shop.yaml")) {
                    assertThat(new String(zip.readAllBytes(), UTF_8)).isEqualTo("system: shop\n");
                    return;
                }
            }
        }
        throw new AssertionError("no system file");
    }
}
