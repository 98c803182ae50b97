package io.belay.migrationverify;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Verdict;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Value;
import io.belay.core.migration.DatabaseReading.Change;
import io.belay.core.migration.DatabaseReading.Server;
import io.belay.core.migration.Expected;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.RowQuery;
import io.belay.core.schema.Column;
import io.belay.core.schema.ExpectedFact;
import io.belay.core.schema.Glob;
import io.belay.core.schema.Part;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.schema.Unseen;
import io.belay.core.settings.Text;
import io.belay.core.testkit.InMemoryBaseline;
import io.belay.core.testkit.InMemoryDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a report says of schemas, rows, versions and latencies. */
final class SchemaFindingsTest {
    private static final Change ALTERING = new Change("process 12", "alter table orders", Optional.empty());
    private static final RowQuery ROLES = new RowQuery(Text.of("select count(*) from roles"), List.of());

    private final Systems systems = new Systems();
    private final InMemoryDatabase database = new InMemoryDatabase("shop");

    @BeforeEach
    void withoutLedger() {
        systems.ledgers = new LedgerChoice.None();
    }

    private static Picture orders(Column... columns) {
        return Picture.of("postgres", List.of(Table.of("orders", List.of(columns))));
    }

    private static Column column(String name, String type) {
        return Column.of(name, type, true);
    }

    private Systems recorded(Optional<Picture> picture, Glob... ignored) {
        systems.expected = new Expected(
                List.of(),
                List.of(),
                Optional.of(new Expected.Recorded(new InMemoryBaseline(picture), List.of(ignored))),
                List.of(),
                Optional.empty(),
                Optional.empty());
        return systems;
    }

    private Systems facts(ExpectedFact... facts) {
        systems.expected = new Expected(
                List.of(), List.of(facts), Optional.empty(), List.of(), Optional.empty(), Optional.empty());
        return systems;
    }

    private Systems rows(Condition condition) {
        systems.expected = new Expected(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(new Expected.RowCheck("roles", ROLES, condition)),
                Optional.empty(),
                Optional.empty());
        return systems;
    }

    private Systems version(String least) {
        systems.expected = new Expected(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.of(new Condition.Compared(Comparison.AT_LEAST, Value.of(least))),
                Optional.empty());
        return systems;
    }

    private Systems latency(Duration most) {
        systems.expected = new Expected(
                List.of(),
                List.of(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new Expected.LatencyCheck(
                        5, ROLES, new Condition.Compared(Comparison.AT_MOST, Value.of(most)))));
        return systems;
    }

    @Test
    void theSchemaThatWasRecordedPasses() {
        recorded(Optional.of(orders(column("id", "bigint"))))
                .with("main", database.with(orders(column("id", "bigint"))));

        assertThat(systems.finding().verdict()).isEqualTo(Verdict.PASS);
        assertThat(systems.part("schema").summary()).isEqualTo("as recorded");
    }

    @Test
    void eachDifferenceIsShownWithWhatWasRecordedBesideWhatIsThere() {
        recorded(Optional.of(orders(column("id", "bigint"), column("gone", "text"))))
                .with("main", database.with(orders(column("id", "integer"), column("extra", "date"))));

        var part = systems.part("schema");

        assertThat(part.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(part.summary()).startsWith("3 differences from what was recorded: orders.");
        assertThat(part.evidence())
                .containsExactlyInAnyOrder(
                        Evidence.compared("orders.gone", "text", "missing", false),
                        Evidence.compared("orders.extra", "not there", "date", false),
                        Evidence.compared("orders.id", "bigint", "integer", false));
    }

    @Test
    void whatIsIgnoredIsPassedOver() {
        recorded(Optional.of(orders(column("id", "bigint"))), new Glob("orders"))
                .with("main", database.with(orders(column("id", "integer"))));

        assertThat(systems.part("schema").verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void differencesBeyondTheBoundAreCounted() {
        var columns = IntStream.range(0, 3_000)
                .mapToObj(index -> column("c" + index, "text"))
                .toArray(Column[]::new);
        recorded(Optional.of(orders())).with("main", database.with(orders(columns)));

        assertThat(systems.part("schema").summary()).startsWith("3,000 differences");
        assertThat(systems.part("schema").evidence())
                .hasSize(2_001)
                .contains(Evidence.compared("more", "none", "1,000 lines like these", false));
    }

    @Test
    void whatCannotBeSeenIsUnknownAndNotMissing() {
        var hidden = new Picture(
                "postgres",
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(Unseen.all(Part.TABLE, "no right")));
        recorded(Optional.of(orders(column("id", "bigint")))).with("main", database.with(hidden));

        assertThat(systems.part("schema").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aBaselineThatWasNotRecordedIsUnknown() {
        recorded(Optional.empty()).with("main", database);

        assertThat(systems.part("schema").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("schema").summary()).contains("nothing was recorded yet");
    }

    @Test
    void aDifferenceWhileTheSchemaIsBeingChangedIsUnknown() {
        recorded(Optional.of(orders(column("id", "bigint"))))
                .with("main", database.with(orders(column("id", "integer"))).with(ALTERING));

        assertThat(systems.part("schema").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.part("schema").summary()).startsWith("being applied right now by process 12");
    }

    @Test
    void anExpectedFactHoldsOrFails() {
        facts(new ExpectedFact.HasTable("orders"), new ExpectedFact.HasTable("stock"))
                .with("main", database.with(orders(column("id", "bigint"))));

        assertThat(systems.part("expected").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(systems.part("expected").summary()).isEqualTo("stock: no such table, expected a table");
        assertThat(systems.part("expected").evidence())
                .containsExactly(
                        Evidence.compared("orders", "a table", "a table", true),
                        Evidence.compared("stock", "a table", "no such table", false));
    }

    @Test
    void anExpectedFactWhileTheSchemaIsBeingChangedIsUnknown() {
        facts(new ExpectedFact.HasTable("stock")).with("main", database.with(ALTERING));

        assertThat(systems.part("expected").verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void rowsAreAsExpectedOrFail() {
        database.answering("select count(*) from roles", Value.of(3));

        assertThat(rows(new Condition.Is(Value.of(3)))
                        .with("main", database)
                        .part("rows")
                        .verdict())
                .isEqualTo(Verdict.PASS);
        systems.databases.clear();
        assertThat(rows(new Condition.Is(Value.of(4)))
                        .with("main", database)
                        .part("rows")
                        .summary())
                .isEqualTo("value is 3, expected 4");
        assertThat(systems.part("rows").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void rowsWhileTheSchemaIsBeingChangedAreUnknown() {
        database.answering("select count(*) from roles", Value.of(2)).with(ALTERING);

        assertThat(rows(new Condition.Is(Value.of(3)))
                        .with("main", database)
                        .part("rows")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void rowsThatCannotBeReadAreUnknown() {
        assertThat(rows(new Condition.Is(Value.of(3)))
                        .with("main", database)
                        .part("rows")
                        .verdict())
                .isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void aServerOlderThanTheLeastFails() {
        database.with(new Server("MySQL", "8.0.40", false));

        assertThat(version("8.0.41").with("main", database).part("server").summary())
                .isEqualTo("version is 8.0.40, expected >= 8.0.41");
        assertThat(systems.finding().verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void versionsAreNoNumbers() {
        database.with(new Server("PostgreSQL", "14.9", false));

        assertThat(version("14.10").with("main", database).part("server").verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void aDatabaseAsFastAsItMustBePassesWithItsSamples() {
        var part = latency(Duration.ofMillis(20)).with("main", database).part("latency");

        assertThat(part.verdict()).isEqualTo(Verdict.PASS);
        assertThat(part.samples()).hasSize(5);
        assertThat(part.evidence()).containsExactly(Evidence.compared("p95", "<= 20ms", "2ms", true));
    }

    @Test
    void aSlowerOneFails() {
        assertThat(latency(Duration.ofMillis(20))
                        .with("main", database.within(Duration.ofMillis(21)))
                        .part("latency")
                        .verdict())
                .isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatIsDeniedIsUnknownInEveryPart() {
        database.denying("no right").answering("select count(*) from roles", Value.of(3));
        systems.ledgers = new LedgerChoice.Auto();
        systems.expected = new Expected(
                List.of(),
                List.of(new ExpectedFact.HasTable("orders")),
                Optional.of(new Expected.Recorded(new InMemoryBaseline(Optional.of(orders())), List.of())),
                List.of(new Expected.RowCheck("roles", ROLES, new Condition.Is(Value.of(3)))),
                Optional.empty(),
                Optional.of(new Expected.LatencyCheck(5, ROLES, new Condition.Present(true))));

        assertThat(systems.with("main", database).finding().parts())
                .hasSize(5)
                .allSatisfy(part -> assertThat(part.verdict()).isEqualTo(Verdict.UNKNOWN));
    }
}
