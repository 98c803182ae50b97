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

/** Tools with an entry for each migration, and an order. */
final class NumberedToolsTest {
    @Test
    void allAppliedIsNoDrift() {
        var judged = judge("rails", applied("1", "2"), scripts("1", "2"));

        assertThat(judged.drifts()).isEmpty();
        assertThat(judged.applied()).isEqualTo(2);
        assertThat(judged.heads()).containsExactly("2");
    }

    @Test
    void whatIsNewerThanAllAppliedIsPending() {
        var judged = judge("rails", applied("1"), scripts("1", "2", "3"));

        assertThat(words(judged)).containsExactly("pending 2", "pending 3");
        assertThat(judged.pending()).extracting(Script::id).containsExactly("2", "3");
    }

    @Test
    void anEmptyLedgerHasAllPending() {
        assertThat(words(judge("flyway", List.of(), scripts("1", "2")))).containsExactly("pending 1", "pending 2");
    }

    @Test
    void whatIsOlderThanSomethingAppliedIsOutOfOrder() {
        assertThat(words(judge("flyway", applied("1", "3"), scripts("1", "2", "3"))))
                .containsExactly("out-of-order 2");
    }

    @Test
    void whatIsOlderThanSomethingAheadIsOutOfOrderToo() {
        assertThat(words(judge("flyway", applied("1", "9"), scripts("1", "2"))))
                .containsExactly("out-of-order 2", "ahead 9");
    }

    @Test
    void whatIsGoneFromTheMiddleIsMissing() {
        assertThat(words(judge("goose", applied("1", "2", "3"), scripts("1", "3"))))
                .containsExactly("missing 2");
    }

    @Test
    void whatIsNewerThanAllShippedIsAhead() {
        assertThat(words(judge("goose", applied("1", "2", "10"), scripts("1", "2"))))
                .containsExactly("ahead 10");
    }

    @Test
    void numbersAreNoTexts() {
        assertThat(words(judge("flyway", applied("1.9", "1.10"), scripts("1.9"))))
                .containsExactly("ahead 1.10");
        assertThat(words(judge("rails", applied("10"), scripts("9", "10")))).containsExactly("out-of-order 9");
    }

    @Test
    void noughtsMakeNoOtherNumber() {
        assertThat(words(judge("flyway", applied("1.0", "2"), scripts("01", "2.0.0"))))
                .isEmpty();
        assertThat(words(judge("rails", applied("0001"), scripts("1")))).isEmpty();
    }

    @Test
    void namesAreOrderedLetterByLetter() {
        assertThat(words(judge("knex", applied("20_b.js"), scripts("20_a.js", "20_b.js"))))
                .containsExactly("out-of-order 20_a.js");
        assertThat(words(judge("prisma", applied("20_a", "20_c"), scripts("20_a", "20_b"))))
                .containsExactly("out-of-order 20_b", "ahead 20_c");
    }

    @Test
    void classesAreOrderedByTheNumberTheyEndWith() {
        assertThat(words(judge(
                        "typeorm", applied("Zebra1700000000001", "Ant1700000000003"), scripts("Zebra1700000000001"))))
                .containsExactly("ahead Ant1700000000003");
    }

    @Test
    void whatFailedIsFailedAndNotPendingToo() {
        var entries = and(applied("1"), entry(2, "2", State.FAILED));

        var judged = judge("flyway", entries, scripts("1", "2", "3"));

        assertThat(words(judged)).containsExactly("pending 3", "failed 2");
        assertThat(judged.pending()).extracting(Script::id).containsExactlyInAnyOrder("2", "3");
    }

    @Test
    void whatFailedIsSaidWithoutScriptsToo() {
        assertThat(words(alone("prisma", and(applied("1"), entry(2, "2", State.FAILED)))))
                .containsExactly("failed 2");
    }

    @Test
    void whatFailedAndWasAppliedSinceIsFine() {
        var entries = List.of(entry(1, "1", State.FAILED), entry(2, "1", State.APPLIED));

        assertThat(words(judge("prisma", entries, scripts("1")))).isEmpty();
    }

    @Test
    void whatWasAppliedAndFailedSinceHasFailed() {
        var entries = List.of(entry(1, "1", State.APPLIED), entry(2, "1", State.FAILED));

        assertThat(words(judge("flyway", entries, scripts("1")))).containsExactly("failed 1");
    }

    @Test
    void whatWasTakenBackIsPendingAgain() {
        var entries = and(applied("1"), entry(2, "2", State.UNDONE), entry(3, "2", State.UNDONE));

        assertThat(words(judge("flyway", entries, scripts("1", "2")))).containsExactly("pending 2");
    }

    @Test
    void whatWasTakenBackAndIsNotShippedIsNoDrift() {
        assertThat(words(judge("goose", and(applied("1"), entry(2, "2", State.UNDONE)), scripts("1"))))
                .isEmpty();
    }

    @Test
    void whatIsMarkedCountsAsApplied() {
        assertThat(words(judge("prisma", List.of(entry(1, "1", State.MARKED)), scripts("1"))))
                .isEmpty();
    }

    @Test
    void whatIsNoNewerThanTheBaselineIsNotPending() {
        var entries = List.of(entry(1, "2", State.BASELINE));

        assertThat(words(judge("flyway", entries, scripts("1", "2", "3")))).containsExactly("pending 3");
    }

    @Test
    void aBaselineThatNobodyShipsIsNoDrift() {
        var entries = and(List.of(entry(1, "0", State.BASELINE)), entry(2, "1", State.APPLIED));

        assertThat(words(judge("goose", entries, scripts("1")))).isEmpty();
    }

    @Test
    void whatIsBeingAppliedIsRunningAndNoDrift() {
        var judged = judge("prisma", and(applied("1"), entry(2, "2", State.RUNNING)), scripts("1", "2"));

        assertThat(judged.drifts()).isEmpty();
        assertThat(judged.running()).containsExactly("2");
    }

    @Test
    void aVersionThatIsNoneIsUnknown() {
        assertThat(words(judge("rails", applied("1", "x'; drop table users; --"), scripts("1"))))
                .containsExactly("unknown-entry x'; drop table users; --");
    }

    @Test
    void anAppThatIsNotShippedIsNotOurs() {
        var judged = judge(
                "django",
                applied("auth.0001_initial", "orders.0001_initial", "admin.0001_initial"),
                scripts("orders.0001_initial"));

        assertThat(judged.drifts()).isEmpty();
        assertThat(judged.notes()).contains("2 applied of apps of which nothing is shipped here");
    }

    @Test
    void eachAppHasAnOrderOfItsOwn() {
        var judged = judge(
                "django",
                applied("orders.0001_a", "orders.0003_c", "stock.0001_a", "stock.0002_gone"),
                scripts("orders.0001_a", "orders.0002_b", "orders.0003_c", "stock.0001_a", "stock.0003_c"));

        assertThat(words(judged))
                .containsExactly("pending stock.0003_c", "missing stock.0002_gone", "out-of-order orders.0002_b");
    }

    @Test
    void aTableOfOnesOwnMayHoldTheFileItsNameOrItsNumber() {
        var shipped = scripts("001_a.sql", "002_b.sql", "003_c.sql", "004_d.sql");

        assertThat(words(judge("custom", applied("001_a.sql", "002_b", "3"), shipped)))
                .containsExactly("pending 004_d.sql");
        assertThat(words(judge("custom", applied("001", "002", "003", "005"), shipped)))
                .containsExactly("out-of-order 004_d.sql", "ahead 005");
    }

    @Test
    void aNumberThatTwoFilesHaveMeansNeither() {
        assertThat(words(judge("custom", applied("1"), scripts("1_a.sql", "1_b.sql"))))
                .contains("pending 1_a.sql", "pending 1_b.sql");
    }

    @Test
    void aScriptThatOnlyTakesBackIsNotPending() {
        var undo = new Script(
                "1",
                "",
                "U1.sql",
                Script.Role.UNDO,
                1,
                List.of(),
                List.of(),
                script(0, "1").additivity());

        assertThat(words(judge("flyway", applied("1"), List.of(script(0, "1"), undo))))
                .isEmpty();
    }
}
