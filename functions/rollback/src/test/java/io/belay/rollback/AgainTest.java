package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Fault;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class AgainTest {
    private static final Duration TICK = Duration.ofMinutes(5);

    private final Stage stage = new Stage();

    @Test
    void whatStaysRefusedIsToldAtOnceAndThenEveryHalfHour() {
        refused();

        var told = told(24);

        assertThat(told).startsWith(1).hasSize(4).isSorted();
        assertThat(told).allMatch(each -> (each - 1) % 6 == 0);
    }

    @Test
    void aClockThatIsALittleUnevenLeavesNoneOut() {
        refused();
        stage.pass(Duration.ofSeconds(20));
        var before = stage.chat.told().size();
        for (int sweep = 0; sweep < 12; sweep++) {
            stage.sweep(TICK);
            stage.pass(TICK.plusSeconds(sweep % 2 == 0 ? 9 : -9));
        }

        assertThat(stage.chat.told().size() - before).isEqualTo(2);
    }

    @Test
    void aClockThatSaysNotHowOftenItCallsTellsEach() {
        refused();

        for (int sweep = 0; sweep < 5; sweep++) {
            stage.sweep();
            stage.pass(TICK);
        }

        assertThat(stage.chat.told()).hasSize(5);
    }

    @Test
    void aDeliveryIsToldWheneverItComes() {
        refused();
        stage.pass(Duration.ofMinutes(12));

        stage.rollback(stage.alarm());

        assertThat(stage.chat.told()).hasSize(1);
    }

    @Test
    void whatWasDoneIsToldWheneverItWas() {
        stage.pass(Duration.ofMinutes(7));

        stage.sweep(TICK);

        assertThat(stage.chat.told()).hasSize(1);
        assertThat(stage.chat.told().getFirst().title()).contains("rolled back");
    }

    @Test
    void whereNothingCanBePutBackASweepTellsNobody() {
        stage.steps.clear();

        assertThat(stage.sweep().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(stage.sweep(TICK).verdict()).isEqualTo(Verdict.UNKNOWN);

        assertThat(stage.chat.told()).isEmpty();
    }

    @Test
    void whatCannotBeReadIsToldEveryTenMinutes() {
        var told = 0;
        for (int sweep = 0; sweep < 12; sweep++) {
            stage.orders.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.DENIED);
            assertThat(stage.sweep(TICK).verdict()).isEqualTo(Verdict.UNKNOWN);
            told = stage.chat.told().size();
            stage.pass(TICK);
        }

        assertThat(told).isEqualTo(6);
    }

    /** The alarm has just come up, and nothing is known to be good. */
    private void refused() {
        stage.remember(stage.orders, each -> each.with(List.of()));
        stage.alarms.turn("errors", Colour.GREEN);
        stage.pass(Duration.ofMinutes(1));
        stage.alarms.turn("errors", Colour.RED);
        stage.pass(Duration.ofSeconds(30));
    }

    /** Which of {@code sweeps} told somebody, from 1 on. */
    private List<Integer> told(int sweeps) {
        var told = new ArrayList<Integer>();
        for (int sweep = 1; sweep <= sweeps; sweep++) {
            var before = stage.chat.told().size();
            assertThat(stage.sweep(TICK).verdict()).isEqualTo(Verdict.FAIL);
            if (stage.chat.told().size() > before) {
                told.add(sweep);
            }
            stage.pass(TICK);
        }
        return told;
    }
}
