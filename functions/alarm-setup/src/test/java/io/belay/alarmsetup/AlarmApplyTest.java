package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Verdict;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.plan.ChangePolicy;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class AlarmApplyTest {
    private static final Id ERRORS = new Id(Kind.ALARM, "errors");

    private final Stage stage = new Stage(Stage.ONCALL, Stage.alarm("errors", "5", Stage.ONCALL));

    @Test
    void aSecondApplyWritesNothing() {
        assertThat(stage.apply().verdict()).isEqualTo(Verdict.PASS);
        var writes = stage.store.writes();

        var second = stage.apply();

        assertThat(Stage.summary(second)).isEqualTo("nothing to do");
        assertThat(second.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.store.writes()).isEqualTo(writes).isEqualTo(2);
    }

    @Test
    void aStalePlanIsRefused() {
        var plan = Stage.id(stage.plan());
        stage.store.put(Canonical.of(Stage.alarm("errors", "7"), Optional.of(Stage.OWNER)));

        var report = stage.apply(plan, Duration.ofMinutes(1));

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.summary(report))
                .startsWith("not applied: the plan is p-")
                .endsWith("look at it and ask again");
        assertThat(stage.store.writes()).isZero();
    }

    @Test
    void nobodyButAPersonAppliesAndOnlyAPlan() {
        var report = new AlarmApply(stage.system(), stage.time)
                .apply(stage.request(Optional.empty(), Duration.ofMinutes(1)));
        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(stage.store.writes()).isZero();
    }

    @Test
    void whatSomebodyChangedByHandIsPutRightAndToldOldToNew() {
        stage.apply();
        stage.store.byHand(ERRORS, "threshold", "> 50");

        var report = stage.apply();

        assertThat(Stage.of(report, "errors").evidence())
                .anySatisfy(each -> assertThat(each.observed()).isEqualTo("> 50 → > 5"));
        assertThat(stage.plan().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void whatIsTakenOverByNameIsOursFromThenOn() {
        stage.store.put(Canonical.of(Stage.alarm("errors", "9"), Optional.of(new Owner("other", "prod"))));
        stage.takeOver = Set.of("errors");

        assertThat(PlanText.of(stage.plan())).contains("~ alarm errors  (taken over)", "owner: other/prod → shop/prod");
        stage.apply();

        assertThat(stage.store.things())
                .filteredOn(each -> each.id().equals(ERRORS))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.owner()).contains(Stage.OWNER);
                    assertThat(each.fields().text("threshold")).contains("> 5");
                });
    }

    @Test
    void whatOthersPointAtIsMadeFirstAndDeletedLast() {
        var order = new ArrayList<String>();
        stage.wanted = List.of(
                Stage.any("a-outer", "b-inner"),
                Stage.any("b-inner", "errors"),
                Stage.alarm("errors", "5", Stage.ONCALL),
                Stage.ONCALL);
        stage.apply().findings().stream().skip(1).forEach(each -> order.add(each.subject()));
        assertThat(order).containsExactly("oncall", "errors", "b-inner", "a-outer");

        order.clear();
        stage.wanted = List.of();
        stage.apply().findings().stream().skip(1).forEach(each -> order.add(each.subject()));
        assertThat(order).containsExactly("a-outer", "b-inner", "errors", "oncall");
        assertThat(stage.store.things()).isEmpty();
    }

    @Test
    void anAlarmThatBecomesACompositeMakesRoomFirst() {
        stage.wanted = List.of(Stage.alarm("errors", "5"), Stage.alarm("any", "5"));
        stage.apply();
        stage.wanted = List.of(Stage.alarm("errors", "5"), Stage.any("any", "errors"));
        assertThat(stage.apply().findings().stream().skip(1).map(each -> each.kind() + " " + each.subject()))
                .containsExactly("alarm any", "composite alarm any");

        stage.policy = ChangePolicy.UPSERT_ONLY;
        stage.wanted = List.of(Stage.alarm("errors", "5"), Stage.alarm("any", "5"));
        assertThat(PlanText.of(stage.plan()))
                .contains("nothing to do", "= alarm any  (left as it is: what bears its name");
    }

    @Test
    void whatIsChangedBetweenPlanAndWriteStaysAndIsTold() {
        stage.apply();
        stage.store.byHand(ERRORS, "threshold", "> 50");
        stage.store
                .weather()
                .once(Moment.BEFORE, Call.APPLY, (_, _) -> stage.store.byHand(ERRORS, "threshold", "> 60"));

        var report = stage.apply();

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.of(report, "errors").summary()).startsWith("not done: somebody changed it meanwhile");
        assertThat(stage.there()).anySatisfy(each -> assertThat(each).contains("threshold=> 60"));
    }

    @Test
    void aLostAnswerIsFoundOutByAskingAgain() {
        stage.store.weather().once(Moment.AFTER, Call.APPLY, Fault.Kind.TIMED_OUT);
        var report = stage.apply();
        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.of(report, "oncall").summary()).isEqualTo("was so already");
    }

    @Test
    void whatWasCutShortIsFinishedByTheNextRun() {
        var many = new ArrayList<Resource>();
        for (int i = 0; i < 60; i++) {
            many.add(Stage.alarm("alarm-%02d".formatted(i), "5"));
        }
        stage.wanted = many;

        var cut = stage.apply(Stage.id(stage.plan()), Duration.ofSeconds(10));
        assertThat(cut.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.summary(cut)).isEqualTo("applied 32 of 60 changes; plan again for the rest");
        assertThat(Stage.of(cut, "alarm-59").summary()).isEqualTo("not begun: no time was left");

        var rest = stage.apply();
        assertThat(Stage.summary(rest)).isEqualTo("applied 28 of 28 changes");
        assertThat(stage.store.writes()).isEqualTo(60);
    }

    @Test
    void whereSomethingCouldNotBeMadeNothingIsDeleted() {
        stage.apply();
        stage.wanted = List.of(Stage.alarm("new", "5"));
        stage.store.weather().once(Moment.BEFORE, Call.APPLY, Fault.Kind.DENIED);

        var report = stage.apply();

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.of(report, "oncall").summary()).isEqualTo("not begun: something before it could not be made");
        assertThat(stage.store.things()).hasSize(2);
    }

    @Test
    void aStoreThatThrottlesForEverIsGivenUp() {
        stage.store.weather().always((_, call) -> {
            if (call == Call.APPLY) {
                throw new PortException(new Fault(Fault.Kind.THROTTLED, "Rate exceeded"));
            }
        });
        var report = stage.apply();
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(stage.store.writes()).isZero();
    }
}
