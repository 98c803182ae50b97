package io.belay.adapter.scripts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.script.ObjectPrefix;
import io.belay.core.script.Script;
import io.belay.core.testkit.InMemoryObjects;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Folders, jars and object stores, and what does not belong in them. */
final class PlacesTest {
    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @BeforeEach
    void twoScripts() throws IOException {
        folder = Files.createDirectories(temporary.resolve("scripts"));
        Files.writeString(folder.resolve("V1__a.sql"), "SELECT 1;\n");
        Files.createDirectories(folder.resolve("below"));
        Files.writeString(folder.resolve("below/V2__b.sql"), "SELECT 2;\n");
    }

    @Test
    void aJarIsReadAsTheFolderItWasMadeOf() throws IOException {
        var jar = jar("db/below/V2__b.sql", "SELECT 2;\n", "db/V1__a.sql", "SELECT 1;\n", "other/V3__c.sql", "x");

        assertThat(Scripts.inJar(jar, "db/", reading(Bounds.USUAL)).scripts()).isEqualTo(inFolder(Bounds.USUAL));
    }

    @Test
    void aStoreIsReadAsTheFolderThatWasPutThere() {
        var objects = stored().put("other/V3__c.sql", "x").under("db/");

        assertThat(Scripts.inStore(objects, reading(Bounds.USUAL)).scripts()).isEqualTo(inFolder(Bounds.USUAL));
    }

    @Test
    void whatIsNoScriptIsNotFetched() {
        var objects = new Asked(stored().put("db/dump.tar", "x").under("db/"), new ArrayList<>());

        assertThat(Scripts.inStore(objects, reading(Bounds.USUAL)).scripts()).hasSize(2);
        assertThat(objects.fetched()).containsExactly("V1__a.sql", "below/V2__b.sql");
    }

    @Test
    void aStoreIsReadWithinTheBoundsToo() {
        for (var bounds : List.of(new Bounds(1, 100, 100), new Bounds(9, 9, 100), new Bounds(9, 100, 19))) {
            assertFault(
                    Fault.Kind.REJECTED,
                    () -> Scripts.inStore(stored().under("db/"), reading(bounds))
                            .scripts());
        }
    }

    @Test
    void aStoreThatDeniesItselfIsDenied() {
        var denied = InMemoryObjects.faulty(Fault.Kind.DENIED, "no right to list");

        assertFault(
                Fault.Kind.DENIED,
                () -> Scripts.inStore(denied, reading(Bounds.USUAL)).scripts());
    }

    private static InMemoryObjects stored() {
        return new InMemoryObjects().put("db/below/V2__b.sql", "SELECT 2;\n").put("db/V1__a.sql", "SELECT 1;\n");
    }

    /** Remembers what was fetched. */
    private record Asked(ObjectPrefix objects, List<String> fetched) implements ObjectPrefix {
        @Override
        public List<String> names(int most) {
            return objects.names(most);
        }

        @Override
        public byte[] content(String name, int most) {
            fetched.add(name);
            return objects.content(name, most);
        }
    }

    @Test
    void aLinkOutOfTheFolderIsNotFollowed() throws IOException {
        var outside = Files.createDirectories(temporary.resolve("outside"));
        Files.writeString(outside.resolve("V8__x.sql"), "x");
        Files.createSymbolicLink(folder.resolve("V8__x.sql"), outside.resolve("V8__x.sql"));
        Files.createSymbolicLink(folder.resolve("linked"), outside);
        Files.createSymbolicLink(folder.resolve("V9__nowhere.sql"), outside.resolve("none"));

        assertThat(inFolder(Bounds.USUAL)).extracting(Script::id).containsExactly("1", "2");
    }

    @Test
    void aLinkWithinTheFolderIs() throws IOException {
        Files.createSymbolicLink(folder.resolve("V3__c.sql"), folder.resolve("V1__a.sql"));

        assertThat(inFolder(Bounds.USUAL)).extracting(Script::id).containsExactly("1", "2", "3");
    }

    @Test
    void hostileNamesAreNames() throws IOException {
        for (var name : List.of(
                "V3__'; DROP TABLE x; --.sql",
                "V4__\u6f22\u202e.sql",
                "V5__a\nb.sql",
                "V6__" + "x".repeat(200) + ".sql")) {
            Files.writeString(folder.resolve(name), "SELECT 1");
        }

        assertThat(inFolder(Bounds.USUAL)).extracting(Script::id).containsExactly("1", "2", "3", "4", "5", "6");
    }

    @Test
    void whatIsBeyondTheBoundsIsRefused() {
        assertFault(Fault.Kind.REJECTED, new Bounds(1, 100, 100));
        assertFault(Fault.Kind.REJECTED, new Bounds(9, 9, 100));
        assertFault(Fault.Kind.REJECTED, new Bounds(9, 100, 19));
    }

    @Test
    void anEntryThatGrowsWithoutEndIsRefused() throws IOException {
        var jar = jar("V1__a.sql", " ".repeat(5_000_000));

        assertThatThrownBy(() -> Scripts.inJar(jar, "", reading(new Bounds(9, 1_000_000, 1_000_000)))
                        .scripts())
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
    }

    @Test
    void aPlaceThatIsNotThereIsNotFound() {
        assertThatThrownBy(() -> Scripts.inFolder(temporary.resolve("none"), reading(Bounds.USUAL))
                        .scripts())
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
        assertThatThrownBy(() -> Scripts.inJar(temporary.resolve("none.jar"), "", reading(Bounds.USUAL))
                        .scripts())
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }

    @Test
    void aFileThatIsNoJarIsRejected() {
        assertThatThrownBy(() -> Scripts.inJar(folder.resolve("V1__a.sql"), "", reading(Bounds.USUAL))
                        .scripts())
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
    }

    private void assertFault(Fault.Kind kind, Bounds bounds) {
        assertFault(kind, () -> inFolder(bounds));
    }

    private static void assertFault(Fault.Kind kind, ThrowingCallable reading) {
        assertThatThrownBy(reading)
                .isInstanceOfSatisfying(
                        PortException.class,
                        thrown -> assertThat(thrown.fault().kind()).isEqualTo(kind));
    }

    private List<Script> inFolder(Bounds bounds) {
        return Scripts.inFolder(folder, reading(bounds)).scripts();
    }

    private static Scripts.Reading reading(Bounds bounds) {
        return new Scripts.Reading(Convention.FLYWAY, Engine.POSTGRES, Map.of(), bounds);
    }

    private Path jar(String... namesAndTexts) throws IOException {
        var jar = temporary.resolve("scripts.jar");
        try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
            for (var i = 0; i < namesAndTexts.length; i += 2) {
                out.putNextEntry(new ZipEntry(namesAndTexts[i]));
                out.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
            }
        }
        return jar;
    }
}
