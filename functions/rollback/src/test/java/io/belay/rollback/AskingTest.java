package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.Verdict;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Event;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is asked ahead of its use. */
@Timeout(60)
final class AskingTest {
    private static boolean met(CountDownLatch both) throws InterruptedException {
        both.countDown();
        return both.await(20, TimeUnit.SECONDS);
    }

    @Test
    void whatIsAskedAtOnceIsAskedSideBySide() throws Exception {
        var both = new CountDownLatch(2);

        var one = Asking.AT_ONCE.ask(() -> met(both));
        var other = Asking.AT_ONCE.ask(() -> met(both));

        assertThat(one.get()).isTrue();
        assertThat(other.get()).isTrue();
    }

    @Test
    void whatIsAskedInTurnIsAskedWhenItsAnswerIsWantedAndOnce() throws Exception {
        var asked = new AtomicInteger();
        var ahead = Asking.IN_TURN.ask(asked::incrementAndGet);

        assertThat(asked).hasValue(0);
        assertThat(ahead.get()).isEqualTo(1);
        assertThat(ahead.get()).isEqualTo(1);
    }

    @Test
    void aFaultComesInPlaceOfTheAnswer() {
        for (var asking : Asking.values()) {
            var ahead = asking.ask(() -> {
                throw new PortException(new Fault(Fault.Kind.DENIED, "no"));
            });

            assertThatThrownBy(ahead::get).isInstanceOf(PortException.class);
        }
    }

    @Test
    void theAlarmAndTheTargetAreAskedSideBySide() {
        var stage = new Stage();
        var both = new CountDownLatch(2);
        Event meeting = (_, _) -> {
            try {
                assertThat(met(both)).isTrue();
            } catch (InterruptedException calledOff) {
                throw new AssertionError(calledOff);
            }
        };
        stage.orders.weather().once(Moment.BEFORE, Call.READ, meeting);
        stage.alarms.weather().once(Moment.BEFORE, Call.READ, meeting);

        var report = new Rollback(stage.system(), stage::health, stage.schema, stage.time, Progress.NONE)
                .apply(stage.request(Optional.of(stage.alarm())));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void anAlarmThatCannotBeAskedAheadIsUnknown() {
        var stage = new Stage();
        stage.alarms.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.DENIED);

        var report = new Rollback(stage.system(), stage::health, stage.schema, stage.time, Progress.NONE)
                .apply(stage.request(Optional.of(stage.alarm())));

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(stage.orders.writes()).isZero();
    }
}
