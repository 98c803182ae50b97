package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.announce.Announcement;
import io.belay.core.release.Journal;
import io.belay.core.release.Standing;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a rollback does when something comes in between: faults, lost answers, hotfixes, an end too soon. */
final class DisturbedTest {
    private final Stage stage = new Stage();

    @Test
    void aTargetThatCannotBeReadIsUnknownAndNothingIsTouched() {
        stage.orders.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.DENIED);

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.head(report).summary()).isEqualTo("not rolled back: orders could not be read");
        assertThat(stage.orders.writes()).isZero();
        assertThat(stage.chat.told()).hasSize(1);
    }

    @Test
    void aThrottledReadIsRepeated() {
        stage.orders.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.THROTTLED);

        assertThat(stage.rollback(stage.alarm()).verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void aLostAnswerIsFoundOutByReading() {
        for (var call : List.of(Call.REMEMBER, Call.SHIFT)) {
            stage.orders.weather().once(Moment.AFTER, call, Fault.Kind.TIMED_OUT);
        }

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.orders.moves()).filteredOn(InMemoryRelease.Move::ours).hasSize(1);
    }

    @Test
    void aHotfixBetweenDecisionAndShiftIsLeftAlone() {
        stage.beside();
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, (_, _) -> {
            stage.orders.deploy("43");
        });

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.head(report).summary()).contains("somebody has deployed 43");
        assertThat(stage.serving()).isEqualTo("43");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
        assertThat(stage.orders.now().memory().quarantined()).isEmpty();
        assertThat(stage.orders.now().memory().rollbacks()).isEmpty();
    }

    @Test
    void aHotfixWhileHealthIsAskedIsLeftAlone() {
        stage.well = () -> {
            stage.orders.deploy("43");
            return Verdict.PASS;
        };

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stage.serving()).isEqualTo("43");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
    }

    @Test
    void aSlowTargetIsWaitedFor() {
        stage.orders.slow(30);

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.orders.now().condition()).isInstanceOf(Standing.Condition.Settled.class);
    }

    @Test
    void aTargetThatNeverArrivesIsGivenUpInTheEnd() {
        stage.orders.slow(Integer.MAX_VALUE);

        var report = stage.rollback(stage.alarm());

        assertThat(Stage.head(report).summary()).contains("gave up rolling back", "not there within 15m: to 41");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
    }

    @Test
    void aTargetThatBreaksIsGivenUpInItsWords() {
        stage.orders.breaks("no capacity");

        var report = stage.rollback(stage.alarm());

        assertThat(Stage.head(report).summary()).contains("gave up rolling back", "no capacity");
        assertThat(report.findings()).extracting(Finding::subject).contains("orders");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
    }

    @Test
    void aDeniedShiftLeavesItOpenForTheNextRun() {
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, Fault.Kind.DENIED);
        var first = stage.rollback(stage.alarm());
        stage.pass(Duration.ofMinutes(4));

        var second = stage.sweep();

        assertThat(first.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.head(first).summary()).contains("could not end it", "denied");
        assertThat(second.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void aRunThatIsOutOfTimeLeavesItOpenAndTellsSo() {
        stage.orders.slow(100);
        stage.deadline = Duration.ofSeconds(60);
        var first = stage.rollback(stage.alarm());
        var told = stage.chat.told();
        stage.deadline = Duration.ofMinutes(30);
        stage.pass(Duration.ofMinutes(4));

        var second = stage.rollback(stage.alarm());

        assertThat(Stage.head(first).verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(told).extracting(Announcement::title).first().asString().contains("could not end it");
        assertThat(Stage.head(second).summary()).contains("was cut short, and is gone on with: rolled back");
        assertThat(stage.orders.moves()).filteredOn(InMemoryRelease.Move::ours).hasSize(1);
    }

    @Test
    void aHotfixBeforeTheOnlyWriteLeavesNothingBehind() {
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, (_, _) -> stage.orders.deploy("43"));

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.head(report).summary()).contains("somebody has deployed 43");
        assertThat(stage.orders.now().memory().journal()).isEmpty();
        assertThat(stage.orders.moves()).noneMatch(InMemoryRelease.Move::ours);
    }

    @Test
    void theOnlyTargetIsClaimedByTheWriteThatMovesIt() {
        var written = new ArrayList<Call>();
        stage.orders.weather().always((moment, what) -> {
            if (moment == Moment.BEFORE && (what == Call.REMEMBER || what == Call.SHIFT)) {
                written.add(what);
            }
        });

        stage.rollback(stage.alarm());

        // Shifted, arrived, verified.
        assertThat(written).containsExactly(Call.SHIFT, Call.REMEMBER, Call.REMEMBER);
    }
}
