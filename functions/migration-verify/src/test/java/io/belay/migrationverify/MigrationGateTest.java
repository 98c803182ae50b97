package io.belay.migrationverify;

import static io.belay.migrationverify.Systems.entry;
import static io.belay.migrationverify.Systems.held;
import static io.belay.migrationverify.Systems.ledger;
import static io.belay.migrationverify.Systems.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.release.SchemaGate.Since;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import io.belay.core.testkit.InMemoryDatabase;
import io.belay.core.testkit.InMemoryScripts;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was applied since a release was good, and whether that release could live with it. */
final class MigrationGateTest {
    private static final Additivity HURTS = Additivity.notAdditive(1, "DROP TABLE", "it is gone");

    private static MigrationGate gate(Ledger ledger, Script... scripts) {
        var systems = new Systems();
        var convention = ledger.tool().equals("custom") ? "numbered" : ledger.tool();
        systems.scripts = List.of(InMemoryScripts.set(convention, List.of(scripts)));
        return new MigrationGate(
                systems.with("main", new InMemoryDatabase("shop").with(ledger)).migrations());
    }

    private static Since since(Ledger then, Ledger now, Script... scripts) throws InterruptedException {
        var deadline = new Systems().time.in(Duration.ofSeconds(20));
        return gate(now, scripts).since(gate(then, scripts).heads(deadline), deadline);
    }

    private static Script fine(int order, String id) {
        return script(order, id, Additivity.additive());
    }

    @Test
    void nothingAppliedSinceIsAdditive() throws Exception {
        var same = ledger("flyway", "1", "3", "2");

        assertThat(since(same, same, fine(0, "1"), fine(1, "2"), fine(2, "3")))
                .isEqualTo(new Since(Additivity.additive(), List.of()));
    }

    @Test
    void whatWasAppliedSinceIsNamedWithItsDatabase() throws Exception {
        assertThat(since(ledger("flyway", "1"), ledger("flyway", "1", "2"), fine(0, "1"), fine(1, "2")))
                .isEqualTo(new Since(Additivity.additive(), List.of("main 2")));
    }

    @Test
    void oneThatIsNotAdditiveMakesTheAnswer() throws Exception {
        var answer = since(ledger("flyway", "1"), ledger("flyway", "1", "2", "3"), fine(0, "1"), script(1, "2", HURTS));

        assertThat(answer.answer()).isEqualTo(Additivity.notAdditive(1, "DROP TABLE", "main 2: it is gone"));
        assertThat(answer.migrations()).containsExactly("main 2", "main 3");
    }

    @Test
    void whatWasAppliedBeforeDoesNotMatter() throws Exception {
        assertThat(since(ledger("flyway", "1"), ledger("flyway", "1", "2"), script(0, "1", HURTS), fine(1, "2"))
                        .answer())
                .isEqualTo(Additivity.additive());
    }

    @Test
    void oneThatIsNotShippedHereIsUnclear() throws Exception {
        assertThat(since(ledger("flyway", "1"), ledger("flyway", "1", "2"), fine(0, "1"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void oneThatWasAppliedLateIsSeenWhereTheLedgerIsInTheOrderOfApplying() throws Exception {
        var answer =
                since(ledger("flyway", "1", "3"), ledger("flyway", "1", "3", "2"), fine(0, "1"), script(1, "2", HURTS));

        assertThat(answer.migrations()).containsExactly("main 2");
        assertThat(answer.answer()).isInstanceOf(Additivity.NotAdditive.class);
    }

    @Test
    void oneThatWasAppliedLateIsUnclearWhereTheLedgerIsInTheOrderOfVersions() throws Exception {
        assertThat(since(ledger("rails", "1", "3"), ledger("rails", "1", "2", "3"), fine(0, "1"), fine(1, "2"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void aHeadThatIsNotThereAnyMoreIsUnclear() throws Exception {
        assertThat(since(ledger("flyway", "1", "2"), ledger("flyway", "1"), fine(0, "1"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void oneThatFailedIsUnclear() throws Exception {
        var failed = ledger("flyway", new LedgerLock.Free(), entry(1, "1", State.APPLIED), entry(2, "2", State.FAILED));

        assertThat(since(ledger("flyway", "1"), failed, fine(0, "1"), fine(1, "2"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void aScriptThatRanAgainIsSeen() throws Exception {
        var before = ledger("flyway", new LedgerLock.Free(), entry(1, "1", State.APPLIED), entry(2, "", State.APPLIED));
        var after = ledger("flyway", new LedgerLock.Free(), entry(1, "1", State.APPLIED), entry(3, "", State.APPLIED));

        assertThat(since(before, before, fine(0, "1")).answer()).isEqualTo(Additivity.additive());
        assertThat(since(before, after, fine(0, "1")).answer()).isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void whereOnlyTheNewestIsKeptTheScriptsTellWhatCame() throws Exception {
        var answer = since(
                ledger("golang-migrate", "1"),
                ledger("golang-migrate", "3"),
                fine(0, "1"),
                script(1, "2", HURTS),
                fine(2, "3"),
                fine(3, "4"));

        assertThat(answer.migrations()).containsExactly("main 2", "main 3");
        assertThat(answer.answer()).isInstanceOf(Additivity.NotAdditive.class);
    }

    @Test
    void whereOnlyTheNewestIsKeptAWayBackIsUnclear() throws Exception {
        assertThat(since(ledger("golang-migrate", "3"), ledger("golang-migrate", "1"), fine(0, "1"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void whereOnlyHeadsAreKeptTheGraphTellsWhatCame() throws Exception {
        var second = new Script("b", "", "b.py", Script.Role.ONCE, 1, List.of("a"), List.of(), Additivity.additive());
        var third = new Script("c", "", "c.py", Script.Role.ONCE, 2, List.of("b"), List.of(), HURTS);

        var answer = since(ledger("alembic", "a"), ledger("alembic", "c"), fine(0, "a"), second, third);

        assertThat(answer.migrations()).containsExactly("main b", "main c");
        assertThat(answer.answer()).isInstanceOf(Additivity.NotAdditive.class);
        assertThat(since(ledger("alembic", "c"), ledger("alembic", "a"), fine(0, "a"), second, third)
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void whatIsBeingAppliedRightNowIsUnclear() throws Exception {
        var lock = held(LedgerLock.Session.LIVES, Duration.ofSeconds(3));

        assertThat(since(ledger("flyway", "1"), ledger("flyway", lock, entry(1, "1", State.APPLIED)), fine(0, "1"))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void aDatabaseOfWhichNothingIsRememberedIsUnclear() throws Exception {
        var systems = new Systems();

        assertThat(gate(ledger("flyway", "1"), fine(0, "1"))
                        .since(Map.of(), systems.time.in(Duration.ofSeconds(20)))
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    private static MigrationGate unkept(Picture picture) {
        var systems = new Systems();
        systems.ledgers = new LedgerChoice.None();
        return new MigrationGate(
                systems.with("main", new InMemoryDatabase("shop").with(picture)).migrations());
    }

    private static Picture picture(String... tables) {
        return Picture.of(
                "mariadb",
                Arrays.stream(tables).map(name -> Table.of(name, List.of())).toList());
    }

    @Test
    void aDatabaseWithoutALedgerStandsWhereItStoodWhileItsSchemaIsTheSame() throws Exception {
        var deadline = new Systems().time.in(Duration.ofSeconds(20));
        var then = unkept(picture("orders", "users")).heads(deadline);

        assertThat(then.get("main")).singleElement().asString().matches("schema:[0-9a-f]+");
        assertThat(unkept(picture("users", "orders")).since(then, deadline))
                .isEqualTo(new Since(Additivity.additive(), List.of()));
    }

    @Test
    void anotherSchemaIsUnclearWhereNoLedgerTellsHowItCameAbout() throws Exception {
        var deadline = new Systems().time.in(Duration.ofSeconds(20));
        var then = unkept(picture("orders")).heads(deadline);

        assertThat(unkept(picture("orders", "prices")).since(then, deadline).answer())
                .isEqualTo(Additivity.unclear(
                        1, "schema", "main: its schema is another now, and no ledger tells what was applied to it"));
        assertThat(unkept(picture("orders"))
                        .since(Map.of("main", List.of()), deadline)
                        .answer())
                .isInstanceOf(Additivity.Unclear.class);
    }

    @Test
    void oneThatCannotBeReadIsAFault() {
        var systems = new Systems();
        var gate = new MigrationGate(systems.with("main", new InMemoryDatabase("shop").faulty(Fault.Kind.DENIED, "no"))
                .migrations());

        assertThatThrownBy(() -> gate.heads(systems.time.in(Duration.ofSeconds(20))))
                .isInstanceOf(PortException.class);
    }
}
