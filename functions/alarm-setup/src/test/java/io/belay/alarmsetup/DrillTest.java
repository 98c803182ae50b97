package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.belay.core.Cause;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.alarm.DrillTrail.Leg;
import io.belay.core.release.RollbackCauses;
import io.belay.core.release.RollbackSpec;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryAlarmSource;
import io.belay.core.testkit.InMemoryAnnouncer;
import io.belay.core.testkit.InMemoryDrillGround;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

final class DrillTest {
    private final Stage stage = new Stage();
    private final InMemoryAlarmSource source = new InMemoryAlarmSource(stage.time);
    private final InMemoryDrillGround ground = new InMemoryDrillGround(stage.time, source);
    private final InMemoryAnnouncer chat = new InMemoryAnnouncer();

    DrillTest() {
        source.turn("drill", Colour.GREEN);
        source.turn("errors", Colour.GREEN);
        stage.drill = Optional.of(
                new DrillSpec("drill", source, ground, ground, Duration.ofMinutes(3), Duration.ofSeconds(1)));
        ground.done(Leg.RED, Duration.ofSeconds(1))
                .done(Leg.CALLED, Duration.ofSeconds(9))
                .done(Leg.PLANNED, Duration.ofSeconds(11))
                .done(Leg.ANNOUNCED, Duration.ofSeconds(14));
    }

    private SystemSpec system() {
        var none = RollbackSpec.NONE;
        return stage.system()
                .with(new RollbackSpec(
                        new RollbackCauses(List.of(new RollbackCauses.Watched("errors", source)), 0),
                        none.steps(),
                        none.guards(),
                        none.verify(),
                        none.soak(),
                        List.of(chat),
                        none.promise(),
                        none.stops()));
    }

    private Report drill(Optional<Cause> cause, String... only) {
        return new Drill(system(), stage.time).apply(stage.request(cause, Duration.ofMinutes(5), only));
    }

    private static Optional<Cause> ada() {
        return Optional.of(new Cause.Person("ada", Optional.empty()));
    }

    @Test
    void everyLegIsMeasuredAndTheAlarmLeftToItself() {
        var report = drill(Optional.empty());

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(Stage.summary(report)).isEqualTo("drill was announced after 14s, promised within 5m");
        assertThat(report.findings())
                .extracting(Finding::subject, each -> each.took().toSeconds())
                .containsExactly(
                        tuple("alarms", 0L),
                        tuple("red", 1L),
                        tuple("called", 8L),
                        tuple("planned", 2L),
                        tuple("announced", 3L),
                        tuple("reset", 0L));
        assertThat(source.find("drill")).get().extracting(each -> each.colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    void aLegThatIsNeverDoneFailsAndNothingIsWaitedForBehindIt() {
        ground.done(Leg.CALLED, Duration.ofDays(1));
        var report = drill(Optional.empty());

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Stage.of(report, "called").summary()).startsWith("not seen within ");
        assertThat(Stage.of(report, "announced").verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.of(report, "reset").verdict()).isEqualTo(Verdict.PASS);
        assertThat(ground.rung()).isEmpty();
    }

    @Test
    void aCallThatIsLaterThanThePlanReckonsWithWarns() {
        ground.done(Leg.CALLED, Duration.ofSeconds(60))
                .done(Leg.PLANNED, Duration.ofSeconds(61))
                .done(Leg.ANNOUNCED, Duration.ofSeconds(62));
        var report = drill(Optional.empty());
        assertThat(report.verdict()).isEqualTo(Verdict.WARN);
        assertThat(Stage.summary(report)).endsWith("it was called later than the plan reckons with");
    }

    @Test
    void aRealAlarmIsRungWithAPersonsConsentAlone() {
        assertThat(drill(Optional.empty(), "errors").verdict()).isEqualTo(Verdict.FAIL);
        assertThat(drill(ada(), "errors").verdict()).isEqualTo(Verdict.PASS);
        assertThat(drill(ada(), "nobody's").verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anAlarmThatIsRedByItselfIsNotRung() {
        source.turn("drill", Colour.RED);
        assertThat(Stage.summary(drill(Optional.empty()))).startsWith("not drilled: drill is red by itself");
        assertThat(source.find("drill")).get().extracting(each -> each.colour()).isEqualTo(Colour.RED);
    }

    @Test
    void alsoWhereTheAnswerToTheRingingWasLostTheAlarmIsLeftToItself() {
        ground.weather().once(Moment.AFTER, Call.RING, Fault.Kind.DENIED);
        var report = drill(Optional.empty());
        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(Stage.of(report, "reset").verdict()).isEqualTo(Verdict.PASS);
        assertThat(ground.rung()).isEmpty();
    }

    @Test
    void anAlarmThatCannotBeResetFails() {
        ground.weather().once(Moment.BEFORE, Call.RESET, Fault.Kind.DENIED);
        assertThat(drill(Optional.empty()).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void whatRingsForADrillIsPlannedAndAnnouncedAndNotRolledBack() {
        var asked = new ArrayList<String>();
        Function<Request, Report> rollback = request -> said(asked, "rollback", request);
        Function<Request, Report> plan = request -> said(asked, "plan", request);
        var rehearsal = new Rehearsal(system(), rollback, plan, stage.time);
        var cause = Optional.<Cause>of(new Cause.Alarmed("memory", "errors", "ALARM", Optional.empty()));

        source.turn("errors", Colour.RED, new DrillMark("abcdef0123456789").reason());
        rehearsal.apply(stage.request(cause, Duration.ofMinutes(1)));
        assertThat(asked).containsExactly("plan");
        assertThat(chat.told()).singleElement().satisfies(each -> {
            assertThat(each.title()).isEqualTo("DRILL of shop prod: nothing is wrong");
            assertThat(each.text()).contains("abcdef0123456789", "nothing was changed");
        });

        source.turn("errors", Colour.GREEN);
        source.turn("errors", Colour.RED);
        rehearsal.apply(stage.request(cause, Duration.ofMinutes(1)));
        assertThat(asked).containsExactly("plan", "rollback");
    }

    private Report said(List<String> asked, String what, Request request) {
        asked.add(what);
        return new Report(what, "shop", "prod", request.correlation(), stage.time.instant(), Duration.ZERO, List.of());
    }
}
