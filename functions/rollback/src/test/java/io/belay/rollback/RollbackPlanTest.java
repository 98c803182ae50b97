package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.RollbackGuards.Schema;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class RollbackPlanTest {
    private final Stage stage = new Stage();

    private Report plan(Optional<Cause> cause) {
        return new RollbackPlan(stage.system(), stage::health, stage.schema, stage.time).apply(stage.request(cause));
    }

    private static String id(Report plan) {
        return Stage.head(plan).evidence().stream()
                .filter(each -> each.fact().equals("plan"))
                .map(Evidence::observed)
                .findFirst()
                .orElseThrow();
    }

    private void gate() {
        stage.guards(Optional.empty(), true, 3, Duration.ofMinutes(30), Duration.ofMinutes(15), Schema.ADDITIVE);
    }

    @Test
    void aPlanSaysWhatWouldBeDoneAndChangesNothing() {
        var before = stage.orders.now();

        var plan = plan(Optional.of(stage.alarm()));

        assertThat(plan.function()).isEqualTo("rollback-plan");
        assertThat(plan.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.head(plan).summary()).isEqualTo("would roll back orders from 42 to 41");
        assertThat(plan.findings().getLast().summary()).isEqualTo("would go from 42 to 41");
        assertThat(stage.orders.now()).isEqualTo(before);
        assertThat(stage.orders.writes()).isZero();
        assertThat(stage.chat.told()).isEmpty();
    }

    @Test
    void everyGuardIsAskedThoughOneDoesNotHold() {
        stage.guards(Optional.of("sale"), true, 3, Duration.ofMinutes(30), Duration.ofMinutes(15), Schema.ADDITIVE);

        var head = Stage.head(plan(Optional.of(stage.alarm())));

        assertThat(head.summary()).isEqualTo("would not roll back (kill switch): the kill switch is on: sale");
        assertThat(head.parts()).hasSameSizeAs(Guards.ALL.all());
        assertThat(head.parts())
                .filteredOn(each -> each.verdict() == Verdict.FAIL)
                .extracting(Finding::subject)
                .containsExactly("kill switch", "gate");
    }

    @Test
    void withNothingRedEveryGuardIsAskedAllTheSame() {
        stage.alarms.turn("errors", Colour.GREEN);

        var head = Stage.head(plan(Optional.empty()));

        assertThat(head.summary()).isEqualTo("nothing to do: alarm errors is not red any more");
        assertThat(head.parts()).hasSameSizeAs(Guards.ALL.all());
    }

    @Test
    void twoPlansOfTheSameAreTheSame() {
        var first = id(plan(Optional.of(stage.alarm())));
        stage.pass(Duration.ofMinutes(1));

        assertThat(id(plan(Optional.of(stage.alarm())))).isEqualTo(first).matches("p-[0-9a-f]{16}");
    }

    @Test
    void aPersonWhoSawThePlanPassesTheGate() {
        gate();
        var id = id(plan(Optional.of(stage.alarm())));

        var report = stage.rollback(new Cause.Person("Ada", Optional.of(id)));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void theGatesRefusalNamesThePlanToAskFor() {
        gate();

        var refusal = Stage.head(stage.rollback(stage.alarm())).summary();

        assertThat(refusal).endsWith(id(plan(Optional.of(stage.alarm()))));
    }

    @Test
    void aPlanThatIsStaleIsRefused() {
        gate();
        var id = id(plan(Optional.of(stage.alarm())));
        stage.stamp(stage.orders, "40", Map.of());

        var report = stage.rollback(new Cause.Person("Ada", Optional.of(id)));

        assertThat(Stage.head(report).summary()).contains("the plan is not what was looked at any more");
        assertThat(stage.serving()).isEqualTo("42");
    }

    @Test
    void theSamePersonsCallTwiceIsOneRollback() {
        gate();
        var cause = new Cause.Person("Ada", Optional.of(id(plan(Optional.of(stage.alarm())))));
        stage.rollback(cause);
        stage.pass(Duration.ofHours(5));

        stage.rollback(cause);

        assertThat(stage.orders.moves()).filteredOn(move -> move.ours()).hasSize(1);
    }
}
