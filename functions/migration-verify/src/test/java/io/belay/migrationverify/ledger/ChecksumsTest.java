package io.belay.migrationverify.ledger;

import static io.belay.migrationverify.ledger.Ledgers.and;
import static io.belay.migrationverify.ledger.Ledgers.applied;
import static io.belay.migrationverify.ledger.Ledgers.judge;
import static io.belay.migrationverify.ledger.Ledgers.named;
import static io.belay.migrationverify.ledger.Ledgers.repeatable;
import static io.belay.migrationverify.ledger.Ledgers.summed;
import static io.belay.migrationverify.ledger.Ledgers.words;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.script.Additivity;
import io.belay.core.script.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChecksumsTest {
    @Test
    void anotherChecksumIsChanged() {
        var judged = judge("flyway", List.of(named(1, "1", "", "11")), List.of(summed(0, "1", "12")));

        assertThat(words(judged)).containsExactly("changed 1");
        assertThat(judged.drifts().getFirst().expected()).isEqualTo("checksum 12, 1.sql");
        assertThat(judged.drifts().getFirst().observed()).isEqualTo("checksum 11, applied");
    }

    @Test
    void theSameChecksumIsFine() {
        assertThat(words(judge("flyway", List.of(named(1, "1", "", "11")), List.of(summed(0, "1", "11")))))
                .isEmpty();
    }

    @Test
    void whereOneSideHasNoneNothingIsClaimedAndThatIsSaid() {
        var judged = judge("flyway", applied("1"), List.of(summed(0, "1", "11")));

        assertThat(judged.drifts()).isEmpty();
        assertThat(judged.notes())
                .containsExactly("1 applied could not be held against their checksums: there are none");
    }

    @Test
    void checksumsOfTwoWaysOfLiquibaseSayNothing() {
        assertThat(words(judge("liquibase", List.of(named(1, "f", "", "8:aa")), List.of(summed(0, "f", "9:bb")))))
                .isEmpty();
        assertThat(words(judge("liquibase", List.of(named(1, "f", "", "9:aa")), List.of(summed(0, "f", "9:bb")))))
                .containsExactly("changed f");
    }

    @Test
    void aTableOfOnesOwnMayHoldAnyOfTheSumsInEitherCase() {
        var shipped = List.of(summed(0, "1_x", "5d41402abc4b2a76b9719d911017c592", "3610a686"));

        assertThat(words(judge("custom", List.of(named(1, "1", "", "3610A686")), shipped)))
                .isEmpty();
        assertThat(words(judge("custom", List.of(named(1, "1", "", "5d41402abc4b2a76b9719d911017c592")), shipped)))
                .isEmpty();
    }

    @Test
    void inATableOfOnesOwnAnotherSumOfTheSameFormIsChanged() {
        var shipped = List.of(summed(0, "1_x", "5d41402abc4b2a76b9719d911017c592", "3610a686"));

        var judged = judge("custom", List.of(named(1, "1", "", "3610A687")), shipped);

        assertThat(words(judged)).containsExactly("changed 1");
        assertThat(judged.drifts().getFirst().expected()).isEqualTo("checksum 3610a686, 1_x.sql");
        assertThat(judged.notes()).isEmpty();
    }

    @Test
    void aSumByARuleOfOnesOwnIsNotUnderstoodAndNothingIsClaimed() {
        for (var recorded : List.of("v2-0007", "3610a6", "zzzzzzzz", "NhCmhg==")) {
            var judged = judge("custom", List.of(named(1, "1", "", recorded)), List.of(summed(0, "1_x", "3610a686")));

            assertThat(judged.drifts()).as(recorded).isEmpty();
            assertThat(judged.notes())
                    .containsExactly("1 applied could not be held against their checksums: checksum not understood, "
                            + "it is no some in hexadecimal");
        }
    }

    @Test
    void anotherDescriptionOfTheSameVersionIsChangedForFlyway() {
        var script = new Script(
                "1", "add roles", "V1.sql", Script.Role.ONCE, 0, List.of(), List.of(), Additivity.additive());

        assertThat(words(judge("flyway", List.of(named(1, "1", "add users", "")), List.of(script))))
                .containsExactly("changed 1");
        assertThat(words(judge("flyway", List.of(named(1, "1", "add roles", "")), List.of(script))))
                .isEmpty();
    }

    @Test
    void aRepeatableScriptThatChangedIsPendingAgain() {
        var judged = judge("flyway", List.of(named(1, "", "views", "11")), List.of(repeatable(0, "views", "12")));

        assertThat(words(judged)).containsExactly("pending views");
        assertThat(judged.drifts().getFirst().observed()).isEqualTo("applied with an older content");
    }

    @Test
    void onlyTheLastRunOfARepeatableScriptCounts() {
        var entries = List.of(named(1, "", "views", "11"), named(2, "", "views", "12"));

        assertThat(words(judge("flyway", entries, List.of(repeatable(0, "views", "12")))))
                .isEmpty();
        assertThat(words(judge("flyway", entries, List.of(repeatable(0, "views", "11")))))
                .containsExactly("pending views");
    }

    @Test
    void aRepeatableScriptThatNeverRanIsPendingAndOneThatIsGoneIsMissing() {
        assertThat(words(judge("flyway", List.of(), List.of(repeatable(0, "views", "1")))))
                .containsExactly("pending views");
        assertThat(words(judge("flyway", List.of(named(1, "", "views", "11")), List.of(summed(0, "1", "1")))))
                .containsExactly("pending 1", "missing views");
    }

    @Test
    void whereEachSumIsOfAllBeforeOnlyTheFirstIsKnownToHaveChanged() {
        var entries = List.of(named(1, "1", "", "a"), named(2, "2", "", "b"), named(3, "3", "", "h1:c"));

        assertThat(words(judge(
                        "atlas", entries, List.of(summed(0, "1", "a"), summed(1, "2", "B"), summed(2, "3", "C")))))
                .containsExactly("changed 2");
        assertThat(words(judge(
                        "atlas", entries, List.of(summed(0, "1", "a"), summed(1, "2", "b"), summed(2, "3", "c")))))
                .isEmpty();
    }

    @Test
    void whereEachSumIsOfAllBeforeOneThatCameOrWentExplainsTheRest() {
        var entries = List.of(named(1, "1", "", "a"), named(2, "3", "", "c"));

        assertThat(words(judge(
                        "atlas", entries, List.of(summed(0, "1", "a"), summed(1, "2", "b"), summed(2, "3", "C")))))
                .containsExactly("out-of-order 2");
        assertThat(words(judge(
                        "atlas",
                        and(entries, named(3, "4", "", "d")),
                        List.of(summed(0, "1", "a"), summed(1, "4", "D")))))
                .containsExactly("missing 3");
    }
}
