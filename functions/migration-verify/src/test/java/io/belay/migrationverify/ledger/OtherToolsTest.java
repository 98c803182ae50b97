package io.belay.migrationverify.ledger;

import static io.belay.migrationverify.ledger.Ledgers.alone;
import static io.belay.migrationverify.ledger.Ledgers.and;
import static io.belay.migrationverify.ledger.Ledgers.applied;
import static io.belay.migrationverify.ledger.Ledgers.entry;
import static io.belay.migrationverify.ledger.Ledgers.judge;
import static io.belay.migrationverify.ledger.Ledgers.script;
import static io.belay.migrationverify.ledger.Ledgers.scripts;
import static io.belay.migrationverify.ledger.Ledgers.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Tools that keep the newest alone, or a graph, or no order. */
final class OtherToolsTest {
    /** a, then b and c after it, then d that joins them. */
    private static final List<Script> GRAPH =
            List.of(script(0, "a"), script(1, "b", "a"), script(2, "c", "a"), script(3, "d", "b", "c"));

    @Test
    void whatIsNoNewerThanTheOnlyVersionIsApplied() {
        var judged = judge("golang-migrate", applied("2"), scripts("1", "2", "3"));

        assertThat(words(judged)).containsExactly("pending 3");
        assertThat(judged.applied()).isEqualTo(2);
        assertThat(judged.heads()).containsExactly("2");
    }

    @Test
    void aDirtyVersionFailedAndWhatIsBeforeItIsApplied() {
        var judged = judge("golang-migrate", List.of(entry(1, "2", State.FAILED)), scripts("1", "2", "3"));

        assertThat(words(judged)).containsExactly("pending 3", "failed 2");
        assertThat(judged.applied()).isEqualTo(1);
        assertThat(judged.pending()).extracting(Script::id).containsExactly("2", "3");
    }

    @Test
    void theOnlyVersionMayBeAheadOrMissing() {
        assertThat(words(judge("golang-migrate", applied("9"), scripts("1", "2"))))
                .containsExactly("ahead 9");
        assertThat(words(judge("golang-migrate", applied("2"), scripts("1", "3"))))
                .containsExactly("pending 3", "missing 2");
    }

    @Test
    void anOnlyVersionThatIsNoneLeavesWhatIsPendingUntold() {
        var judged = judge("golang-migrate", applied("two"), scripts("1"));

        assertThat(words(judged)).containsExactly("unknown-entry two");
        assertThat(judged.notes()).anyMatch(note -> note.startsWith("what is pending cannot be told"));
    }

    @Test
    void noVersionAtAllHasAllPending() {
        assertThat(words(judge("golang-migrate", List.of(), scripts("1")))).containsExactly("pending 1");
    }

    @Test
    void whatAHeadFollowsIsApplied() {
        assertThat(words(judge("alembic", applied("d"), GRAPH))).isEmpty();
        assertThat(words(judge("alembic", applied("b"), GRAPH))).containsExactly("pending c", "pending d");
        assertThat(judge("alembic", applied("d"), GRAPH).applied()).isEqualTo(4);
    }

    @Test
    void aHeadThatIsNotShippedIsUnknownAndLeavesWhatIsPendingUntold() {
        var judged = judge("alembic", applied("z"), GRAPH);

        assertThat(words(judged)).containsExactly("unknown-entry z");
        assertThat(judged.notes()).anyMatch(note -> note.startsWith("what is pending cannot be told"));
    }

    @Test
    void twoHeadsThatTheReleaseJoinsArePendingTheirJoin() {
        assertThat(words(judge("alembic", applied("b", "c"), GRAPH))).containsExactly("pending d");
    }

    @Test
    void twoHeadsThatNothingJoinsAreSeveral() {
        assertThat(words(alone("alembic", applied("b", "c")))).containsExactly("several-heads");
    }

    @Test
    void aReleaseOfTwoHeadsIsSeveral() {
        assertThat(words(judge("alembic", applied("b", "c"), GRAPH.subList(0, 3))))
                .containsExactly("several-heads");
    }

    @Test
    void severalHeadsThatTheFileNamesAreFine() {
        assertThat(words(judge("alembic", applied("b", "c"), GRAPH.subList(0, 3), "b", "c")))
                .isEmpty();
        assertThat(words(alone("alembic", applied("b", "c"), "c", "b"))).isEmpty();
    }

    @Test
    void onlyAGraphHasSeveralHeads() {
        assertThat(words(alone("rails", applied("1", "2")))).isEmpty();
    }

    @Test
    void whatHasNoOrderIsNeverOutOfOrderNorAhead() {
        assertThat(words(judge("liquibase", applied("f::1::me", "f::9::me"), scripts("f::1::me", "f::2::me"))))
                .containsExactly("pending f::2::me", "unknown-entry f::9::me");
    }

    @Test
    void aLedgerOfLiquibasesWhosePathsBeginFurtherUpIsOfTheSameScripts() {
        assertThat(words(judge(
                        "liquibase",
                        applied(
                                "db/changelog/f.sql::1::me",
                                "db/changelog/more/f.sql::2::me",
                                "db/changelog/g.sql::1::me"),
                        scripts("f.sql::1::me", "more/f.sql::2::me", "f.sql::2::me"))))
                .containsExactly("pending f.sql::2::me", "unknown-entry db/changelog/g.sql::1::me");
    }

    @Test
    void aFileWhoseNameOnlyEndsAlikeIsAnother() {
        assertThat(words(judge("liquibase", applied("db/old-f.sql::1::me"), scripts("f.sql::1::me"))))
                .containsExactly("pending f.sql::1::me", "unknown-entry db/old-f.sql::1::me");
    }

    @Test
    void theHeadOfWhatHasNoOrderIsTheLastApplied() {
        assertThat(alone("liquibase", applied("f::9::me", "f::1::me")).heads()).containsExactly("f::1::me");
    }

    @Test
    void anotherHeadThanTheFileNamesIsSaid() {
        assertThat(words(alone("flyway", applied("1", "2"), "3"))).containsExactly("other-head");
        assertThat(words(alone("flyway", applied("1", "2"), "1"))).containsExactly("other-head");
        assertThat(words(alone("flyway", List.of(), "1"))).containsExactly("other-head");
        assertThat(words(alone("flyway", applied("1", "2"), "2"))).isEmpty();
    }

    @Test
    void theHeadIsTheNewestAndNotTheLastThatWasApplied() {
        assertThat(words(alone("flyway", applied("1", "3", "2"), "3"))).isEmpty();
    }

    @Test
    void aHeadThatIsAppliedWithSomethingNewerSaysThatItIsAhead() {
        assertThat(alone("flyway", applied("1", "2"), "1").drifts())
                .containsExactly(new Drift.OtherHead(List.of("1"), List.of("2"), true));
        assertThat(alone("flyway", applied("2"), "1").drifts())
                .containsExactly(new Drift.OtherHead(List.of("1"), List.of("2"), false));
    }

    @Test
    void aHeadThatFailedIsSaidToHaveFailedAlone() {
        assertThat(words(alone("flyway", and(applied("1"), entry(2, "2", State.FAILED)), "2")))
                .containsExactly("failed 2");
    }

    @Test
    void aHeadMayBeWrittenShort() {
        assertThat(words(alone("custom", applied("004.sql", "005_add.sql"), "005")))
                .isEmpty();
        assertThat(words(alone("knex", applied("20240101_add.js"), "20240101_add")))
                .isEmpty();
        assertThat(words(alone("alembic", applied("9f3c1e44aa01"), "9f3c1e"))).isEmpty();
        assertThat(words(alone("flyway", applied("5"), "005"))).isEmpty();
        assertThat(words(alone("flyway", applied("1.2"), "1"))).containsExactly("other-head");
        assertThat(words(alone("alembic", applied("9f3c1e44aa01"), "9"))).containsExactly("other-head");
    }

    @Test
    void everyHeadThatTheFileNamesMustBeThere() {
        assertThat(words(alone("alembic", applied("b"), "b", "c"))).containsExactly("other-head");
    }

    @Test
    void headsOfAppsThatTheFileDoesNotNameDoNotMatter() {
        assertThat(words(alone("django", applied("orders.0002_b", "stock.0001_a"), "orders.0002_b")))
                .isEmpty();
        assertThat(words(alone("django", applied("orders.0002_b", "orders.0003_c"), "orders.0002_b")))
                .containsExactly("other-head");
    }
}
