package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.Journal;
import io.belay.core.release.Quarantine;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackStep;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollbackTest {
    private static final Revision GOOD = new Revision("41");
    private static final Revision BAD = new Revision("42");

    private final Stage stage = new Stage();

    @Test
    void aRedAlarmPutsBackTheKnownGoodRevisionAndProvesIt() {
        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.head(report).summary())
                .startsWith("rolled back orders from 42 to 41; moved in ")
                .contains("well after");
        assertThat(stage.orders.now().only(GOOD)).isTrue();
        assertThat(stage.journal().state()).isEqualTo(Journal.State.VERIFIED);
        assertThat(stage.orders.now().memory().quarantined())
                .extracting(Quarantine::revision)
                .containsExactly(BAD);
        assertThat(stage.orders.now().memory().rollbacks())
                .containsExactly(stage.journal().begun());
        assertThat(stage.orders.now().memory().stamps()).hasSize(2);
    }

    @Test
    void whatWasDoneIsToldWithItsCauseAndWhatToDoNext() {
        stage.orders.slow(2);

        stage.rollback(stage.alarm());

        assertThat(stage.chat.told()).hasSize(1);
        assertThat(stage.chat.told().getFirst().title())
                .isEqualTo("harbor prod: rolled back orders from 42 to 41; moved in 5s, well after 0ms");
        assertThat(stage.chat.told().getFirst().text())
                .startsWith("Cause: alarm errors of memory\nWhy: alarm errors is red: turned RED by the test\n")
                .contains("orders: from 42 to 41 in 5s (took 5s)\n")
                .contains("health: well after 0ms\n")
                .contains(
                        "Next: find out what is wrong with orders 42; nothing of ours returns to it until a person clears it")
                .endsWith(
                        "(a pipeline, Terraform, GitOps): it still names orders 42 and would roll it forward again, so change"
                                + " it there or stop it first.");
    }

    @Test
    void whenWhatHappenedIsToldInItsOrder() {
        stage.orders.slow(2);

        var report = stage.rollback(stage.alarm());

        var timeline = report.findings().stream()
                .filter(each -> each.kind().equals("timeline"))
                .findFirst()
                .orElseThrow();
        assertThat(timeline.parts())
                .extracting(Finding::subject)
                .containsExactly("deployed", "came up", "moving", "arrived", "health", "told");
        assertThat(timeline.parts())
                .extracting(Finding::took)
                .containsExactly(
                        Duration.ZERO,
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(5),
                        Duration.ofSeconds(5),
                        Duration.ZERO,
                        Duration.ZERO);
        assertThat(timeline.parts().get(1).evidence())
                .extracting(each -> each.observed())
                .containsExactly(stage.alarms
                        .find("errors")
                        .flatMap(each -> each.since())
                        .orElseThrow()
                        .toString());
    }

    @Test
    void whenItWasRefusedIsToldAsWell() {
        stage.pass(Duration.ofHours(2));

        var report = stage.rollback(stage.alarm());

        assertThat(report.findings().stream()
                        .filter(each -> each.kind().equals("timeline"))
                        .flatMap(each -> each.parts().stream()))
                .extracting(Finding::subject)
                .containsExactly("deployed", "came up", "refused", "told");
    }

    @Test
    void threeDeliveriesAreOneRollback() {
        var rang = stage.alarm();

        stage.rollback(rang);
        stage.pass(Duration.ofSeconds(20));
        var second = stage.rollback(rang);
        stage.pass(Duration.ofHours(3));
        var third = stage.rollback(rang);

        assertThat(stage.orders.moves()).filteredOn(InMemoryRelease.Move::ours).hasSize(1);
        assertThat(Stage.head(second).summary()).contains("has put it back already");
        assertThat(second.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.head(third).summary()).contains("has put it back already");
        assertThat(stage.chat.told()).hasSize(3);
    }

    @Test
    void aBadRevisionThatSomebodyPutsBackIsNotFoughtOver() {
        stage.rollback(stage.alarm());
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofHours(2));
        stage.orders.deploy("42");
        stage.pass(Duration.ofMinutes(1));
        stage.alarms.turn("errors", Colour.RED);

        var report = stage.rollback(stage.alarm());

        assertThat(Stage.head(report).summary()).contains("somebody put it back, and it is not fought over");
        assertThat(stage.serving()).isEqualTo("42");
    }

    @Test
    void theNextBadReleaseGoesBackToTheLastGoodOneAndNotToTheBadOneBetween() {
        stage.rollback(stage.alarm());
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofHours(2));
        stage.orders.deploy("43");
        stage.pass(Duration.ofMinutes(1));
        stage.alarms.turn("errors", Colour.RED);

        stage.rollback(stage.alarm());

        assertThat(stage.serving()).isEqualTo("41");
        assertThat(stage.orders.now().memory().quarantined())
                .extracting(Quarantine::revision)
                .containsExactly(new Revision("43"), BAD);
    }

    @Test
    void aStampedRevisionThatTurnsBadGoesBackToTheOneBefore() {
        stage.stamp(stage.orders, "42", Map.of());

        stage.rollback(stage.alarm());

        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void aKnownGoodRevisionThatIsGoneOrUnfitIsPassedOver() {
        stage.orders.add("41", Optional.of("failed to start"));

        stage.rollback(stage.alarm());

        assertThat(stage.serving()).isEqualTo("40");
    }

    @Test
    void aCanaryLosesItsShare() {
        stage.orders.serve(Map.of(GOOD, 90, BAD, 10));
        stage.well = () -> Verdict.PASS;

        stage.rollback(stage.alarm());

        assertThat(stage.orders.now().only(GOOD)).isTrue();
    }

    @Test
    void successIsNotSaidBeforeHealthPasses() {
        stage.proof = new RollbackProof(Duration.ofMinutes(5), Duration.ofMinutes(3), Duration.ofSeconds(5));
        stage.well = () -> Verdict.FAIL;

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.head(report).summary()).isEqualTo("rolled back orders from 42 to 41, and it is not well");
        assertThat(stage.chat.told().getFirst().text())
                .contains("Next: look at it now")
                .contains("it still names orders 42 and would roll it forward again");
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
        assertThat(stage.asked).isBetween(30, 40);
        assertThat(stage.orders.now().memory().quarantined()).hasSize(1);
    }

    @Test
    void healthThatCannotTellProvesNothing() {
        stage.well = () -> Verdict.UNKNOWN;

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stage.journal().state()).isEqualTo(Journal.State.FAILED);
    }

    @Test
    void whoCannotBeToldCostsAWarning() {
        stage.chat.weather().once(Moment.BEFORE, Call.TELL, Fault.Kind.UNREACHABLE);

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.WARN);
        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void aSystemFileWithoutRollbackIsUnknown() {
        stage.steps.clear();

        assertThat(stage.rollback(stage.alarm()).verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void targetsMoveInTheirOrderAndWhatThisReleaseDidNotTouchStays() {
        var web = new InMemoryRelease("web", stage.time);
        var edge = new InMemoryRelease("edge", stage.time);
        stage.release(edge, "8");
        stage.release(edge, "9");
        stage.release(web, "6");
        stage.stamp(stage.orders, "41", Map.of());
        web.deploy("7");
        stage.pass(Duration.ofMinutes(1));
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofHours(1));
        stage.alarms.turn("errors", Colour.RED);
        stage.steps.addFirst(new RollbackStep("web", new InMemoryReleaseTarget(web)));
        stage.steps.addFirst(new RollbackStep("edge", new InMemoryReleaseTarget(edge)));

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.head(report).summary()).startsWith("rolled back web from 7 to 6, orders from 42 to 41");
        assertThat(edge.now().only(new Revision("9"))).isTrue();
        assertThat(edge.writes()).isZero();
        assertThat(web.now().only(new Revision("6"))).isTrue();
    }

    @Test
    void aTargetThatFailsKeepsTheLaterOnesWhereTheyAre() {
        var web = new InMemoryRelease("web", stage.time);
        stage.release(web, "6");
        stage.stamp(stage.orders, "41", Map.of());
        web.deploy("7");
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofHours(1));
        stage.alarms.turn("errors", Colour.RED);
        web.breaks("no capacity");
        stage.steps.addFirst(new RollbackStep("web", new InMemoryReleaseTarget(web)));

        var report = stage.rollback(stage.alarm());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stage.serving()).isEqualTo("42");
        assertThat(stage.orders.now().memory().quarantined()).isEmpty();
        assertThat(report.findings()).extracting(Finding::subject).contains("web", "orders");
    }
}
