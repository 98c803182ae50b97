package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.alarm.Budget;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Retention;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AlarmPlanTest {
    private final Stage stage = new Stage(Stage.ONCALL, Stage.alarm("errors", "5", Stage.ONCALL));

    @Test
    void whatAStoreTellsNeverLooksLikeALineOfThePlan() {
        stage.wanted = List.of(Stage.alarm("errors", "5"));
        stage.apply();
        stage.store.byHand(new Id(Kind.ALARM, "errors"), "description", "why\n  - alarm latency\u001b[2K");

        assertThat(PlanText.of(stage.plan()))
                .contains("      description: why   - alarm latency [2K → calls fail\n")
                .doesNotContain("\n  - alarm latency", "\u001b");
    }

    @Test
    void aPlanReadsLikeADifference() {
        stage.wanted = List.of(
                Stage.ONCALL,
                Stage.alarm("errors", "5", Stage.ONCALL),
                Stage.alarm("theirs", "1"),
                Stage.any("any", "errors"),
                new Retention("/aws/lambda/serve", Optional.of(30), false));
        stage.apply();
        stage.store.byHand(new Id(Kind.ALARM, "errors"), "threshold", "> 50");
        stage.store.byHand(new Id(Kind.ALARM, "errors"), "actions", "off");
        stage.store.put(Canonical.of(Stage.alarm("theirs", "1"), Optional.empty()));
        stage.store.put(Canonical.of(new Retention("/aws/lambda/serve", Optional.of(90), false), Optional.empty()));
        stage.store.knowsNo(Kind.BUDGET);
        stage.wanted = List.of(
                Stage.ONCALL,
                Stage.alarm("errors", "5", Stage.ONCALL),
                Stage.alarm("latency", "1", Stage.ONCALL),
                Stage.alarm("theirs", "1"),
                new Retention("/aws/lambda/serve", Optional.of(30), false),
                new Budget("month", new BigDecimal(1000), "USD", List.of(), List.of()));

        var plan = stage.plan();

        assertThat(PlanText.of(plan)).isEqualTo("""
                3 changes (plan %s, policy sync, owner shop/prod)
                  ~ alarm errors
                      threshold: > 50 → > 5
                      actions: off → on
                  + alarm latency
                      measure: sum of memory function-errors {function=serve}
                      threshold: > 1
                      period: 60s
                      evaluations: 3 of 3
                      missing data: green
                      severity: critical
                      receivers: memory:oncall
                      recovery: told
                      description: calls fail
                      actions: on
                      owner: shop/prod
                  - composite alarm any
                  = alarm theirs  (left as it is: it bears no owner's mark; name it under take-over to make it one of shop/prod)
                      measure: sum of function-errors {function=serve} → sum of memory function-errors {function=serve}
                      actions: (none) → on
                      owner: nobody → shop/prod
                  = retention /aws/lambda/serve  (left as it is: somebody has set 90d; force it to set another)
                      kept: 90d → 30d
                  ! budget month  (memory cannot express it: it knows no budget)
                """.formatted(Stage.id(plan)));
        assertThat(plan.verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void whereAllIsAsItShouldBeThereIsNothingToDo() {
        stage.apply();
        var plan = stage.plan();
        assertThat(plan.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.summary(plan)).isEqualTo("nothing to do");
        assertThat(PlanText.of(plan)).startsWith("nothing to do (plan p-");
    }

    @Test
    void ofTheSameThePlanHasTheSameIdAndOfAnotherAnother() {
        var id = Stage.id(stage.plan());
        assertThat(id).matches("p-[0-9a-f]{16}").isEqualTo(Stage.id(stage.plan()));
        stage.wanted = List.of(Stage.ONCALL, Stage.alarm("errors", "6", Stage.ONCALL));
        assertThat(Stage.id(stage.plan())).isNotEqualTo(id);
    }

    @Test
    void aPlanWritesNothing() {
        stage.plan();
        stage.drift();
        assertThat(stage.store.writes()).isZero();
    }

    @Test
    void driftOfACriticalAlarmFails() {
        stage.apply();
        stage.store.byHand(new Id(Kind.ALARM, "errors"), "threshold", "> 50");

        var drift = stage.drift();

        assertThat(drift.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.of(drift, "errors").summary()).isEqualTo("is otherwise: threshold: > 50 → > 5");
        assertThat(Stage.of(drift, "errors").evidence()).contains(Evidence.compared("threshold", "> 5", "> 50", false));
    }

    @Test
    void driftOfAllElseWarns() {
        stage.apply();
        stage.store.byHand(Stage.ONCALL.id(), "email", "somebody@example.com");
        assertThat(stage.drift().verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void whatNobodyWouldHearOfFails() {
        stage.apply();
        stage.store.hinder(
                new Id(Kind.ALARM, "errors"), new Obstacle(Obstacle.Reason.NO_TOPIC, "memory:oncall", "it is gone"));

        var finding = stage.plan().findings().stream()
                .filter(each -> each.kind().equals("reach"))
                .findFirst()
                .orElseThrow();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).isEqualTo("nobody would hear: no such topic (memory:oncall)");
    }

    @Test
    void whatOnlyWaitsToBeConfirmedWarns() {
        stage.apply();
        stage.store.hinder(
                Stage.ONCALL.id(),
                new Obstacle(Obstacle.Reason.UNCONFIRMED, "oncall@example.com", "pending confirmation"));
        assertThat(stage.plan().verdict()).isEqualTo(Verdict.WARN);
    }

    @Test
    void aStoreThatCannotBeReadIsUnknownAndNamesNoPlan() {
        stage.store.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.DENIED);
        var plan = stage.plan();
        assertThat(plan.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.id(plan)).isEqualTo("none");
        assertThat(Stage.of(plan, "memory").summary()).startsWith("could not be read: denied");
    }

    @Test
    void aThrottledReadIsTriedAgainAndAStoreThatStaysSilentIsGivenUp() {
        stage.store.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.THROTTLED);
        assertThat(stage.plan().verdict()).isEqualTo(Verdict.WARN);

        stage.store.weather().always((moment, call) -> {
            throw new PortException(new Fault(Fault.Kind.UNREACHABLE, "nobody there"));
        });
        assertThat(stage.plan().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void onlyWhatIsNamedIsLookedAt() {
        assertThat(stage.plan("errors").findings())
                .extracting(each -> each.subject())
                .containsExactly("alarms", "errors");
    }

    @Test
    void everyPolicyKeepsBackWhatItDoesNotAllow() {
        stage.apply();
        stage.store.byHand(new Id(Kind.ALARM, "errors"), "threshold", "> 50");
        stage.wanted = List.of(Stage.alarm("errors", "5"), Stage.alarm("new", "1"));

        stage.policy = ChangePolicy.CREATE_ONLY;
        assertThat(PlanText.of(stage.plan()))
                .contains("1 change (", "+ alarm new", "= alarm errors  (left as it is: the policy is create-only)");
        stage.policy = ChangePolicy.UPSERT_ONLY;
        assertThat(PlanText.of(stage.plan()))
                .contains("2 changes (", "= receiver oncall  (left as it is: the policy is upsert-only)");
        stage.policy = ChangePolicy.SYNC;
        assertThat(PlanText.of(stage.plan())).contains("3 changes (", "- receiver oncall");
    }
}
