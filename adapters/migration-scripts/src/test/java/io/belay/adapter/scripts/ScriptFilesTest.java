package io.belay.adapter.scripts;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.ScriptSet;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Places as a system file says them. */
final class ScriptFilesTest {
    private static final Additivity DECLARED = Additivity.notAdditive(1, "declared", "the old worker polls it");

    @TempDir
    Path root;

    private Path beside = Path.of("");

    @BeforeEach
    void aRepository() throws IOException {
        beside = Files.createDirectories(root.resolve("deploy"));
        Files.createDirectories(beside.resolve("sql"));
        Files.writeString(beside.resolve("sql/V1__a.sql"), "CREATE TABLE a (id int);\n");
        Files.createDirectories(root.resolve("db/migration"));
        Files.writeString(root.resolve("db/migration/V2__b.sql"), "CREATE TABLE b (id int);\n");
    }

    @Test
    void aFolderIsTakenFromTheSystemFile() {
        var set = bind(settings(ScriptFiles.FOLDER, "sql"));

        assertThat(set.place()).isEqualTo("sql");
        assertThat(set.convention()).isEqualTo("flyway");
        assertThat(ids(set)).containsExactly("1");
    }

    @Test
    void aFolderMayLieElsewhereInTheRepository() {
        assertThat(ids(bind(settings(ScriptFiles.FOLDER, "../db/migration")))).containsExactly("2");
        assertThat(ids(bind(settings(
                        ScriptFiles.FOLDER, root.resolve("db/migration").toString()))))
                .containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"db/migration/", "db/migration", "/db/migration"})
    void aPrefixOfAJarIsAWholeFolder(String prefix) throws IOException {
        jar("app.jar", List.of("db/migration/V3__c.sql", "db/migration2/V4__d.sql", "V5__e.sql"));

        var set = bind(with(ScriptFiles.JAR, "app.jar")
                .set(ScriptFiles.PREFIX, Text.of(prefix))
                .build());

        assertThat(set.place()).isEqualTo("app.jar!/db/migration/");
        assertThat(ids(set)).containsExactly("3");
    }

    @Test
    void whatAPersonDeclaresGoesBeforeWhatIsSeen() {
        var set = new ScriptFiles(beside)
                .bind(settings(ScriptFiles.FOLDER, "sql"), "flyway", "mysql", Map.of("1", DECLARED));

        assertThat(set.source().scripts()).extracting(Script::additivity).containsExactly(DECLARED);
    }

    @Test
    void boundsAreKept() {
        var set = new ScriptFiles(beside, new Bounds(10, 5, 100))
                .bind(settings(ScriptFiles.FOLDER, "sql"), "flyway", "postgres", Map.of());

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> set.source().scripts())
                .satisfies(refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.REJECTED));
    }

    @Test
    void aPlaceIsLookedAtWhenItIsReadAndNotBefore() {
        var set = bind(settings(ScriptFiles.FOLDER, "none"));

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> set.source().scripts())
                .satisfies(missing -> assertThat(missing.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }

    @ParameterizedTest
    @EnumSource(Convention.class)
    void everyConventionHasItsWord(Convention convention) {
        var set = new ScriptFiles(beside)
                .bind(settings(ScriptFiles.FOLDER, "sql"), convention.word(), "postgres", Map.of());

        assertThat(new ScriptFiles(beside).conventions()).contains(set.convention());
    }

    @ParameterizedTest
    @CsvSource({
        "'', '', '', folder",
        "a, b, '', jar",
        "a, '', c, prefix",
        "'', '', c, folder",
    })
    void keysThatDoNotFitTogetherAreRefused(String folder, String jar, String prefix, String key) {
        var settings = Settings.builder();
        put(settings, ScriptFiles.FOLDER, folder);
        put(settings, ScriptFiles.JAR, jar);
        put(settings, ScriptFiles.PREFIX, prefix);

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> bind(settings.build()))
                .satisfies(refused -> assertThat(refused.key()).isEqualTo(key));
    }

    @Test
    void aPlaceThatHoldsASecretIsRefusedWithoutShowingIt() {
        var secret = new Text(List.of(new Text.Part.Secret("${env:PLACE}", "canary")));
        var settings = Settings.builder().set(ScriptFiles.FOLDER, secret).build();

        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> bind(settings))
                .satisfies(refused -> assertThat(refused).hasMessageNotContaining("canary"));
    }

    @Test
    void anEngineWhoseSqlIsNotReadIsRefused() {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> new ScriptFiles(beside)
                        .bind(settings(ScriptFiles.FOLDER, "sql"), "flyway", "oracle", Map.of()));
    }

    private static void put(Settings.Builder settings, Key<Text> key, String value) {
        if (!value.isEmpty()) {
            settings.set(key, Text.of(value));
        }
    }

    private static Settings.Builder with(Key<Text> key, String value) {
        return Settings.builder().set(key, Text.of(value));
    }

    private static Settings settings(Key<Text> key, String value) {
        return with(key, value).build();
    }

    private ScriptSet bind(Settings settings) {
        return new ScriptFiles(beside).bind(settings, "flyway", "postgres", Map.of());
    }

    private static List<String> ids(ScriptSet set) {
        return set.source().scripts().stream().map(Script::id).toList();
    }

    private void jar(String name, List<String> entries) throws IOException {
        try (var jar = new ZipOutputStream(Files.newOutputStream(beside.resolve(name)))) {
            for (var entry : entries) {
                jar.putNextEntry(new ZipEntry(entry));
                jar.write("SELECT 1;\n".getBytes(UTF_8));
                jar.closeEntry();
            }
        }
    }
}
