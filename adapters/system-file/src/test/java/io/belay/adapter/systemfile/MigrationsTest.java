package io.belay.adapter.systemfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Severity;
import io.belay.core.check.HealthSpec;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.DatabaseSpec.Tolerance;
import io.belay.core.migration.DriftKind;
import io.belay.core.migration.Expected;
import io.belay.core.migration.Expected.LatencyCheck;
import io.belay.core.migration.Expected.Recorded;
import io.belay.core.migration.Expected.RowCheck;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.MigrationsSpec;
import io.belay.core.migration.RowQuery;
import io.belay.core.schema.ExpectedFact.HasColumn;
import io.belay.core.schema.ExpectedFact.HasConstraint;
import io.belay.core.schema.ExpectedFact.HasIndex;
import io.belay.core.schema.ExpectedFact.HasIndexOn;
import io.belay.core.schema.ExpectedFact.HasTable;
import io.belay.core.schema.ExpectedFact.HasView;
import io.belay.core.schema.Glob;
import io.belay.core.script.Additivity;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MigrationsTest {
    private static final String WHOLE = """
            # Databases alone, with everything that one can have.
            system: harbor
            environment: prod
            migrations:
              - name: main
                severity: warning
                postgres: { host: db, password: "${env:PW}", schemas: [public] }
                ledger: { tool: flyway, schema: public }
                scripts:
                  - { folder: ../db/migration }
                  - { jar: app.jar, convention: liquibase }
                additive: { 7: true, "8": "no: the old worker polls this table", 9: false, x: it is read }
                allow: [ahead, pending]
                lock-age: 20m
                expect:
                  head: 005
                  tables: [orders]
                  columns: { orders.destination: character varying(64) NOT NULL, s.orders.id: true, o.n: "null", o.t: int4 }
                  indexes: { orders: [orders_by_state, "(customer, lower(a, b))", "UNIQUE (number)"] }
                  constraints: { orders: [orders_customer_fk] }
                  views: [open_orders]
                  rows:
                    - { name: roles, sql: "select count(*) from roles where a = ?", params: ["${env:PW}"], is: "> 3" }
                  schema: { baseline: baseline.json, ignore: ["tmp_*"] }
                  version: ">= 8.0.41"
                  latency: { samples: 9, p95: 20ms }
              - name: other
                mysql: { host: other }
            """;

    private static DatabaseSpec whole() {
        return Files.system(WHOLE).migrations().databases().getFirst();
    }

    @Test
    void aFileMaySpeakOfDatabasesAlone() {
        var system = Files.system(WHOLE);

        assertThat(system.health()).isEqualTo(HealthSpec.NONE);
        assertThat(system.migrations().databases())
                .extracting(DatabaseSpec::name)
                .containsExactly("main", "other");
    }

    @Test
    void aFileMaySpeakOfHealthAlone() {
        var system = Files.system(Files.withCheck("memory: { target: a }"));

        assertThat(system.migrations()).isEqualTo(MigrationsSpec.NONE);
    }

    @Test
    void aCheckAndADatabaseMayHaveOneName() {
        assertThat(Files.system(Samples.both()).migrations().databases()).hasSize(1);
    }

    @Test
    void aDatabaseIsBoundToItsKind() {
        var source = (TestingDatabaseKind.Source) whole().source();

        assertThat(source.engine()).isEqualTo("postgres");
        assertThat(source.settings().get(TestingDatabaseKind.PASSWORD).reveal()).isEqualTo(Files.CANARY);
        assertThat(Files.system(WHOLE).toString()).doesNotContain("Zwitschert");
    }

    @Test
    void whatMayBeSoIsRead() {
        assertThat(whole().severity()).isEqualTo(Severity.WARNING);
        assertThat(whole().tolerance())
                .isEqualTo(new Tolerance(List.of(DriftKind.PENDING, DriftKind.AHEAD), Duration.ofMinutes(20)));
    }

    @Test
    void whatTheFileLeavesOutIsUsual() {
        var other = Files.database("");

        assertThat(other.severity()).isEqualTo(Severity.CRITICAL);
        assertThat(other.ledgers()).isEqualTo(new LedgerChoice.Auto());
        assertThat(other.scripts()).isEmpty();
        assertThat(other.expected()).isEqualTo(Expected.NOTHING);
        assertThat(other.tolerance()).isEqualTo(Tolerance.USUAL);
    }

    @Test
    void scriptsAreOfTheLedgersToolWhereTheyDoNotSayOtherwise() {
        assertThat(whole().scripts()).extracting("convention").containsExactly("flyway", "liquibase");
        assertThat(whole().scripts()).extracting("place").containsExactly("../db/migration", "jar");
    }

    @Test
    void whatIsDeclaredComesWithEachPlace() {
        var declared = Map.of(
                "7", Additivity.additive(),
                "8", Additivity.notAdditive(1, "declared", "the old worker polls this table"),
                "9", Additivity.notAdditive(1, "declared", "its system file says so"),
                "x", Additivity.notAdditive(1, "declared", "it is read"));

        assertThat(whole().scripts())
                .extracting("source")
                .containsOnly(new TestingScriptPlaces.Source("postgres", declared));
    }

    @Test
    void factsComeInOrder() {
        assertThat(whole().expected().facts())
                .containsExactly(
                        new HasTable("orders"),
                        new HasColumn("orders", "destination", Optional.of("varchar(64)"), Optional.of(false)),
                        new HasColumn("s.orders", "id", Optional.empty(), Optional.empty()),
                        new HasColumn("o", "n", Optional.empty(), Optional.of(true)),
                        new HasColumn("o", "t", Optional.of("integer"), Optional.empty()),
                        new HasIndex("orders", "orders_by_state"),
                        new HasIndexOn("orders", List.of("customer", "lower(a, b)"), false),
                        new HasIndexOn("orders", List.of("number"), true),
                        new HasConstraint("orders", "orders_customer_fk"),
                        new HasView("open_orders"));
    }

    @Test
    void theRestOfWhatIsExpectedIsRead() {
        var expected = whole().expected();

        assertThat(expected.heads()).containsExactly("005");
        assertThat(expected.baseline())
                .contains(new Recorded(new TestingBaseline("baseline.json"), List.of(new Glob("tmp_*"))));
        assertThat(expected.version()).contains(new Condition.Compared(Comparison.AT_LEAST, Value.of("8.0.41")));
        assertThat(expected.latency())
                .contains(new LatencyCheck(
                        9,
                        new RowQuery(Text.of("SELECT 1"), List.of()),
                        new Condition.Compared(Comparison.AT_MOST, Value.of(Duration.ofMillis(20)))));
    }

    @Test
    void versionsCompareAsVersions() {
        var version = whole().expected().version().orElseThrow();

        assertThat(version.holds(Value.of("8.0.100"))).isTrue();
        assertThat(version.holds(Value.of("8.0.5"))).isFalse();
    }

    @Test
    void aQueryKeepsItsSecretsToItself() {
        var roles = whole().expected().rows().getFirst();

        assertThat(roles.name()).isEqualTo("roles");
        assertThat(roles.query().params()).extracting(Text::reveal).containsExactly(Files.CANARY);
        assertThat(roles)
                .isEqualTo(new RowCheck("roles", roles.query(), new Condition.Compared(Comparison.ABOVE, Value.of(3))));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            auto                                | Auto[]
            none                                | None[]
            liquibase                           | Known[tool=liquibase, table=Optional.empty, schema=Optional.empty]
            { tool: flyway, table: t }          | Known[tool=flyway, table=Optional[t], schema=Optional.empty]
            { table: t, version: v, success: s } | Custom[table=t, schema=Optional.empty, version=v, appliedAt=Optional.empty, success=Optional[s], checksum=Optional.empty, description=Optional.empty]
            """)
    void aLedgerIsAWordOrABlock(String written, String choice) {
        var database = Files.database("ledger: " + written + "\nexpect: { tables: [a] }");

        assertThat(database.ledgers()).hasToString(choice);
    }

    @ParameterizedTest
    @CsvSource({"5s, PT1M", "30s, PT1M", "40s, PT1M10S", "10m, PT10M30S"})
    void aRunTakesLongEnoughForTheMostPatientDatabase(String timeout, Duration within) {
        var file = Files.withDatabase("").replace("host: db", "host: db, timeout: " + timeout)
                + "  - name: other\n    mysql: { host: db }\n";

        assertThat(Files.system(file).migrations().within()).isEqualTo(within);
    }
}
