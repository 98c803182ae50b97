package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class MigrationFaultsTest {
    @Test
    void everyFaultIsToldAtOnceInTheOrderOfTheFile() {
        var faults = Files.faults("""
                system: harbor
                environment: prod
                migrations:
                  - name: main
                    postgres: { host: db, url: db, pasword: x }
                    ledger: flywya
                    scripts: { folder: a, jar: b, convention: flyway }
                    allow: [ahed]
                    expect:
                      tabels: [a]
                      tables: [""]
                      columns: { orders: bigint }
                      indexes: { orders: ["(a", "(,)"] }
                      rows: [{ name: a, sql: drop a, is: 1 }, { name: a, sql: select 1 }]
                      latency: { p95: 20 }
                  - name: main
                    mysql: { host: db, url: db }
                """);

        assertThat(faults)
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:5:36 migrations[0].postgres.pasword: found the unknown key \"pasword\", meant \"password\"",
                        "harbor.yaml:6:13 migrations[0].ledger: found flywya, meant \"flyway\"",
                        "harbor.yaml:7:27 migrations[0].scripts.jar: found keys that do not fit together, meant either folder or jar",
                        "harbor.yaml:8:13 migrations[0].allow[0]: found ahed, meant \"ahead\"",
                        "harbor.yaml:10:7 migrations[0].expect.tabels: found the unknown key \"tabels\", meant \"tables\"",
                        "harbor.yaml:11:16 migrations[0].expect.tables[0]: found \"\", meant a text that is not empty",
                        "harbor.yaml:12:18 migrations[0].expect.columns.orders: found the column \"orders\", meant table.column",
                        "harbor.yaml:13:27 migrations[0].expect.indexes.orders[0]: found \"(a\", meant a name, or columns as (customer, placed) or unique (number)",
                        "harbor.yaml:13:33 migrations[0].expect.indexes.orders[1]: found \"(,)\", meant a name, or columns as (customer, placed) or unique (number)",
                        "harbor.yaml:14:30 migrations[0].expect.rows[0].sql: found \"drop a\", meant a query is meant, not drop a",
                        "harbor.yaml:14:47 migrations[0].expect.rows[1].is: found no is, meant is: What the first column of the first row must be; absent without a row.",
                        "harbor.yaml:14:55 migrations[0].expect.rows[1].name: found the name \"a\" a second time, meant a name of its own",
                        "harbor.yaml:15:23 migrations[0].expect.latency.p95: found 20, meant 20s",
                        "harbor.yaml:16:11 migrations[1].name: found the name \"main\" a second time, meant a name of its own",
                        "harbor.yaml:17:24 migrations[1].mysql.url: found keys that do not fit together, meant either host or url");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
                    ledger: [flyway]         | a list                 | one ledger, or auto for every one that is there
                    ledger: {}               | neither tool nor version | tool: one of flyway, liquibase or typeorm; or the table and version column of one's own
                    ledger: { tol: flyway }  | the unknown key "tol"  | "tool"
                    ledger: { table: t, verison: v } | the unknown key "verison" | "version"
                    ledger: { version: v }   | no table               | table: The table that holds what was applied.
                    ledger: { tool: flyway, version: v } | the unknown key "version" | one of tool, table or schema
                    ledger: { tool: "${env:PW}" } | "${env:PW}"       | one of flyway, liquibase or typeorm; a number or a word holds no secret and no variable, ${public-env:NAME} may stand for it
                    ledger: knex             | knex                   | one of auto, none, flyway, liquibase or typeorm
                    ledger: none             | nothing expected, and no ledger | an expect, since this would always pass
                    scripts: db/migration    | "db/migration"         | a block of keys, or a list of them: Where scripts are.
                    scripts: { folder: a }   | no convention          | one of flyway, liquibase or numbered; or a ledger that names the tool
                    additive: { a: true }    | additive without scripts | scripts beside it
                    lock-age: 15             | 15                     | 15s
                    mysql: { host: db }      | a second database      | one each; postgres stands there already
                    expect: { head: [] }     | an empty list          | a list of 1 to 10000
                    expect: { head: "${env:PW}" } | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    expect: { tables: ["{{unique}}"] } | the variable {{unique}} | no variable: only the steps of a scenario have them
                    expect: { columns: { "${env:PW}.id": true } } | the secret "${env:PW}" | a text that may be shown; ${public-env:NAME} reads what is no secret
                    expect: { columns: { a.id: false } } | false      | a type such as varchar(64) not null, or true for any
                    expect: { indexes: { a: unique b } } | "unique b" | a name, or columns as (customer, placed) or unique (number)
                    expect: { schema: /a }   | "/a"                   | a path beside this file
                    expect: { schema: { baseline: /a } } | "/a"       | a path beside this file
                    expect: { version: { atleast: 8 } } | the unknown word "atleast" | one of is, not, matches, contains, present, all or any
                    expect: { latency: { p95: 1s, params: [a] } } | params without sql | sql beside them
                    expect: { latency: {} }  | no p95                 | p95: The latency that 95 of 100 samples keep within.
                    """)
    void aFaultIsToldOfInItsOwnWords(String key, String found, String meant) {
        var faults = Files.faults(Files.withDatabase(key));

        assertThat(faults).extracting(FileFault::found).containsExactly(found);
        assertThat(faults).extracting(FileFault::meant).containsExactly(meant);
    }

    @ParameterizedTest
    @CsvSource({"yes", "no", "'\"true\"'", "'\"no:\"'", "1", "'\"yes: it is\"'", "null", "[a]", "'\"\"'"})
    void aDeclaredAnswerIsClear(String answer) {
        var faults = Files.faults(
                Files.withDatabase("ledger: flyway\nscripts: { folder: a }\nadditive: { a: " + answer + " }"));

        assertThat(faults).extracting(FileFault::path).containsExactly("migrations[0].additive.a");
        assertThat(faults.getFirst().meant()).startsWith("true, false, or why");
    }

    @Test
    void aLedgerThatIsMisspeltIsToldOfOnce() {
        assertThat(Files.faults(Files.withDatabase("ledger: flywya\nscripts: { folder: a }")))
                .hasSize(1);
    }

    @Test
    void aToolWithoutAConventionIsToldOf() {
        assertThat(Files.faults(Files.withDatabase("ledger: typeorm\nscripts: { folder: a }")))
                .extracting(FileFault::found)
                .containsExactly("no convention, and none is known for typeorm");
    }

    @Test
    void aFileWithNeitherSectionIsRefused() {
        assertThat(Files.faults("system: harbor\nenvironment: prod"))
                .extracting(FileFault::shown)
                .containsExactly(
                        "harbor.yaml:1:1: found no health and no migrations and no alarms, meant one of them at least");
    }

    @Test
    void aDatabaseOfNoKindIsToldOf() {
        assertThat(Files.faults(Files.withDatabase("").replace("    postgres: { host: db }\n", "")))
                .extracting(FileFault::shown)
                .containsExactly("harbor.yaml:4:5 migrations[0]: found no database, meant one of postgres or mysql");
        assertThat(Files.faults(Files.withDatabase("").replace("postgres", "postgers")))
                .extracting(FileFault::meant)
                .containsExactly("\"postgres\"");
    }

    static List<String> onlyTheReaderRefuses() {
        return DatabaseSamples.WRONG_TO_THE_READER;
    }

    @ParameterizedTest
    @MethodSource("onlyTheReaderRefuses")
    void whatOnlyTheWholeFileTellsIsRefusedWithoutShowingASecret(String keys) {
        var faults = Files.faults(Files.withDatabase(keys));

        assertThat(faults).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.path()).startsWith("migrations[0]");
            assertThat(fault.shown()).doesNotContain("Zwitschert");
        });
    }

    @Test
    void aQueryThatIsRefusedDoesNotShowItsSecret() {
        var faults =
                Files.faults(Files.withDatabase("expect: { rows: [{ name: a, sql: \"drop ${env:PW}\", is: 1 }] }"));

        assertThat(faults).extracting(FileFault::meant).containsExactly("a query is meant, not drop ${env:PW}");
    }

    @Test
    void databasesThatCannotBeToldApartAreNoVocabulary() {
        var twice = new Databases(
                List.of(new TestingDatabaseKind("mysql"), new TestingDatabaseKind("mysql")),
                new TestingScriptPlaces(),
                TestingBaseline::at);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Vocabulary(List.of(), twice, Releases.NONE, List.of()).distinct())
                .withMessageContaining("mysql");
    }
}
