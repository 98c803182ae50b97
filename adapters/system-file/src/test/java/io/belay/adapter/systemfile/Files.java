package io.belay.adapter.systemfile;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.SecretSource;
import io.belay.core.check.Check;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.settings.Settings;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryProbeKind;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Files for tests, and a reader that knows two kinds and an environment with secrets in it. */
final class Files {
    static final String CANARY = "c4nary/Zwitschert:9";

    static final Map<String, String> ENVIRONMENT = Map.ofEntries(
            Map.entry("PW", CANARY),
            Map.entry("STAGE", "staging"),
            Map.entry("EMPTY", ""),
            Map.entry("HOST", "api.example.com"),
            Map.entry("PATTERN", "([" + CANARY),
            Map.entry("MIN", "8.0"),
            Map.entry("COUNT", "12"),
            Map.entry("SPAN", "90s"),
            Map.entry("SIZE", "2KB"),
            Map.entry("YES", "true"),
            Map.entry("VERB", "POST"),
            Map.entry("REGION", "cn-hangzhou"),
            Map.entry("MANY", "many"));

    static final Databases DATABASES = new Databases(
            List.of(new TestingDatabaseKind("postgres"), new TestingDatabaseKind("mysql")),
            new TestingScriptPlaces(),
            TestingBaseline::at);

    static final Vocabulary VOCABULARY = new Vocabulary(
            List.of(new InMemoryProbeKind(), new EveryFormKind()), DATABASES, TestingKind.ALL, TestingStores.ALL);

    static final List<SecretSource> SECRETS =
            List.of(new EnvironmentSecrets(ENVIRONMENT), new FileSecrets(Path.of(".")));

    private Files() {}

    static Reading read(String text) {
        return new SystemFile(VOCABULARY, SECRETS).read("harbor.yaml", text.getBytes(UTF_8));
    }

    static SystemSpec system(String text) {
        return switch (read(text)) {
            case Reading.Read(var system) -> system;
            case Reading.Refused refused -> throw new AssertionError(refused.shown());
        };
    }

    static List<FileFault> faults(String text) {
        return switch (read(text)) {
            case Reading.Read _ -> List.of();
            case Reading.Refused refused -> refused.faults();
        };
    }

    /** A file whose only check is {@code check}, the lines of a block. */
    static String withCheck(String check) {
        return "system: harbor\nenvironment: prod\nhealth:\n  checks:\n    - name: it\n" + check.indent(6);
    }

    /** A file whose only database is {@code database}, the lines of a block, and a place where it is. */
    static String withDatabase(String database) {
        return "system: harbor\nenvironment: prod\nmigrations:\n  - name: main\n    postgres: { host: db }\n"
                + database.indent(4);
    }

    /** The database of such a file. */
    static DatabaseSpec database(String database) {
        return system(withDatabase(database)).migrations().databases().getFirst();
    }

    /** A file whose only check holds {@code settings}, in flow style, as a block of kind forms. */
    static String forms(String settings) {
        return withCheck("forms: { " + settings + " }");
    }

    /** A file whose only step holds {@code settings}. */
    static String withStep(String settings) {
        return """
                system: harbor
                environment: prod
                health:
                  scenarios:
                    - name: it
                      steps:
                        - name: one
                          forms: { %s, expect: { open: true } }
                """.formatted(settings);
    }

    /** The check of a file with {@code settings}, and something to expect. */
    static Settings settings(String settings) {
        return check(settings + ", expect: { open: true }").question().settings();
    }

    static Check check(String settings) {
        return system(forms(settings)).health().checks().getFirst();
    }

    /** The one fault of {@code settings}. */
    static FileFault fault(String settings) {
        var faults = faults(forms(settings));
        if (faults.size() != 1) {
            throw new AssertionError("not one fault: " + faults);
        }
        return faults.getFirst();
    }
}
