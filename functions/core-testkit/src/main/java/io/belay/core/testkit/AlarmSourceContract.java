package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** What every alarm source owes its callers. A subclass gives one with an alarm that is neither new nor red, and can turn it. */
public abstract class AlarmSourceContract {
    /** The source under test. */
    protected abstract AlarmSource source();

    /** The alarm that {@link #turn} turns, as the source names it. */
    protected abstract String alarm();

    /** Turns the alarm, later than whatever was before. */
    protected abstract void turn(Colour colour);

    /** The time of the source, by which it says since when. */
    protected abstract InstantSource clock();

    /** A source of the same kind where nobody answers; empty where it is never away. */
    protected abstract Optional<AlarmSource> away();

    private Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), clock());
    }

    private AlarmState read() throws InterruptedException {
        return source().read(alarm(), soon());
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    protected void aRedAlarmIsRedSinceItTurned() throws InterruptedException {
        var before = clock().instant();
        turn(Colour.RED);

        var state = read();

        assertThat(state.name()).isEqualTo(alarm());
        assertThat(state.colour()).isEqualTo(Colour.RED);
        assertThat(state.since().orElseThrow()).isBetween(before, clock().instant());
        assertThat(state.reason()).isNotBlank();
    }

    @Test
    protected void anAlarmThatIsOverIsNotRed() throws InterruptedException {
        turn(Colour.RED);
        turn(Colour.GREEN);

        assertThat(read().colour()).isEqualTo(Colour.GREEN);
    }

    @Test
    protected void noSuchAlarmIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> source().read("no-such-alarm", soon()));
    }

    @Test
    protected void historyTellsEachTurnTheNewestFirst() throws InterruptedException {
        var from = clock().instant();
        turn(Colour.RED);
        turn(Colour.GREEN);
        turn(Colour.RED);

        var turns = source().history(alarm(), from, soon());

        assertThat(turns).extracting(AlarmState::colour).containsExactly(Colour.RED, Colour.GREEN, Colour.RED);
        assertThat(turns)
                .extracting(each -> each.since().orElseThrow())
                .isSortedAccordingTo((one, other) -> other.compareTo(one));
    }

    @Test
    protected void historyEndsWhereItIsAskedTo() throws InterruptedException {
        turn(Colour.RED);
        turn(Colour.GREEN);
        Instant from = clock().instant().plusSeconds(30);
        turn(Colour.RED);

        assertThat(source().history(alarm(), from, soon()))
                .extracting(AlarmState::colour)
                .containsExactly(Colour.RED);
    }

    @Test
    protected void whoIsNotThereIsUnreachable() {
        away().ifPresent(source -> {
            refused(Fault.Kind.UNREACHABLE, () -> source.read(alarm(), soon()));
            refused(
                    Fault.Kind.UNREACHABLE,
                    () -> source.history(alarm(), clock().instant().minusSeconds(60), soon()));
        });
    }

    @Test
    protected void itSaysWhoItIs() {
        assertThat(source().kind()).matches("[a-z]+");
        assertThat(source().target().host()).isNotBlank();
    }
}
