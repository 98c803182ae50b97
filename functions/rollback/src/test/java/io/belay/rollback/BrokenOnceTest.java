package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.Journal;
import io.belay.core.release.Revision;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What histories that broke a law have shown, each by itself. */
final class BrokenOnceTest {
    private final Stage stage = new Stage();

    /** Law 3: a source tells of turns to the second, so that two of them can be of one instant; which came first is known. */
    @Test
    void anAlarmThatTurnedTwiceInOneInstantStoodAsItTurnedLast() {
        stage.alarms.turn("errors", Colour.GREEN);
        stage.alarms.turn("errors", Colour.RED);
        stage.pass(Duration.ofMinutes(20));
        stage.orders.deploy("43");
        stage.alarms.turn("errors", Colour.GREEN);
        stage.alarms.turn("errors", Colour.RED);

        var report = stage.rollback(stage.alarm());

        assertThat(Stage.head(report).summary())
                .contains("(not before): the alarm was red before the deploy already, since 2026-11-21T10:10:00Z");
        assertThat(stage.serving()).isEqualTo("43");
    }

    /** Law 8: a run claims and is cut short; hours later another finds the cause still there, and moves. */
    @Test
    void theBrakesCountFromWhenItWasDecidedAfresh() {
        stage.orders.weather().once(Moment.BEFORE, Call.SHIFT, Fault.Kind.DENIED);
        stage.rollback(stage.alarm());
        stage.pass(Duration.ofHours(2));
        rings();
        var again = stage.rollback(stage.alarm());
        var moved = stage.time.instant();
        stage.pass(Duration.ofMinutes(5));
        stage.orders.deploy("43");
        rings();

        var next = stage.rollback(stage.alarm());

        assertThat(again.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.orders.now().memory().rollbacks()).containsExactly(moved);
        assertThat(Stage.head(next).summary()).contains("(cooldown): the last rollback was 5m ago");
        assertThat(stage.serving()).isEqualTo("43");
    }

    /** Law 8: traffic moves, the run is cut short, and somebody puts the bad revision back before the next run looks. */
    @Test
    void aShiftThatSomebodyUndidCountsForTheBrakes() {
        stage.orders.weather().once(Moment.AFTER, Call.SHIFT, Fault.Kind.DENIED);
        stage.rollback(stage.alarm());
        stage.orders.deploy("42");
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofMinutes(10));
        stage.sweep();
        stage.orders.deploy("43");
        rings();

        var next = stage.rollback(stage.alarm());

        assertThat(stage.orders.now().memory().journal().orElseThrow().state()).isEqualTo(Journal.State.FAILED);
        assertThat(stage.orders.now().memory().quarantined()).isEmpty();
        assertThat(Stage.head(next).summary()).contains("(cooldown): the last rollback was 10m ago");
        assertThat(stage.orders.now().only(new Revision("43"))).isTrue();
    }

    /** Law 3: a shift that nobody looks at for long comes to serve late, and an alarm that was red only till then is not of it. */
    @Test
    void whatArrivesLateServesSinceItArrived() {
        var history = new History(
                1,
                true,
                true,
                true,
                2,
                List.of(
                        new Event.Deploy(0, false),
                        new Event.Pass(700),
                        call(Event.Why.STAMP, 600),
                        new Event.Deploy(0, true),
                        new Event.Noise(Colour.RED),
                        new Event.Pass(90),
                        call(Event.Why.ALARM, 10),
                        new Event.Noise(Colour.GREEN),
                        new Event.Pass(2_000),
                        call(Event.Why.CLOCK, 600),
                        new Event.Pass(2_000),
                        new Event.Noise(Colour.RED),
                        call(Event.Why.ALARM, 600)));

        var world = Law.FOR_A_CAUSE.hold(history, Guards.ALL);

        assertThat(world.facts.shifts).extracting(Facts.Shift::to).containsExactly("2", "1");
    }

    /**
     * Law 8: of three runs at once on a platform that compares nothing, one claims a target over what another has written, and
     * somebody deploys before it looks again. That there was a rollback nobody can know any more.
     */
    @Test
    void whatAnotherWriteTookAwayNobodyCanKnow() {
        var history = new History(
                2,
                false,
                true,
                false,
                0,
                List.of(
                        new Event.Deploy(0, true),
                        new Event.Deploy(1, true),
                        new Event.Noise(Colour.RED),
                        new Event.Calls(
                                List.of(
                                        new Event.Call(Event.Why.CLOCK, 0, 600, List.of()),
                                        new Event.Call(
                                                Event.Why.PERSON,
                                                -120,
                                                600,
                                                List.of(new Event.Mishap(3, Event.What.DEPLOY))),
                                        new Event.Call(Event.Why.OLD_ALARM, 1, 600, List.of())),
                                378),
                        call(Event.Why.CLOCK, 600)));

        var world = Law.ONCE_FOR_A_CAUSE.hold(history, Guards.ALL);

        assertThat(world.facts.shifts).extracting(Facts.Shift::from).containsExactly("2");
        assertThat(world.facts.forgotten).hasSize(1);
        Law.BRAKED.check().accept(world);
        Law.ONCE.check().accept(world);
    }

    private static Event call(Event.Why why, int seconds) {
        return new Event.Calls(List.of(new Event.Call(why, 0, seconds, List.of())), 0);
    }

    private void rings() {
        stage.alarms.turn("errors", Colour.GREEN);
        stage.alarms.turn("errors", Colour.RED);
    }
}
