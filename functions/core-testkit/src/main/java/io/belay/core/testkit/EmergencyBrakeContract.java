package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.EmergencyBrake;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every emergency brake keeps. A subclass gives a fresh thing for each test, that runs without a limit. */
@Timeout(60)
public abstract class EmergencyBrakeContract {
    /** A way to the thing. */
    protected abstract EmergencyBrake brake();

    /** The way of another instance to the same thing: nothing shared in memory. */
    protected abstract EmergencyBrake other();

    /** Somebody else allows so much of it to run at once; empty for no limit. */
    protected abstract void allow(Optional<Long> most);

    /** How much the thing itself says may run at once. */
    protected abstract Optional<Long> allowed();

    /** How many writes the thing has taken through brakes. */
    protected abstract int writes();

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    private static Deadline over() {
        return Deadline.in(Duration.ZERO, InstantSource.system());
    }

    private void stop() throws InterruptedException {
        brake().stop(brake().read(soon()), soon());
    }

    private void resume() throws InterruptedException {
        other().resume(other().read(soon()), soon());
    }

    private static void refused(ThrowingCallable call, Fault.Kind kind) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void aBrakeSaysWhatItStops() {
        assertThat(brake().kind()).isNotBlank();
        assertThat(brake().target().address())
                .isNotBlank()
                .isEqualTo(other().target().address());
    }

    @Test
    void readingWritesNothing() throws Exception {
        allow(Optional.of(20L));

        var stand = brake().read(soon());

        assertThat(stand).isEqualTo(new EmergencyBrake.Stand(Optional.of(20L), Optional.empty()));
        assertThat(brake().read(soon())).isEqualTo(stand);
        assertThat(writes()).isZero();
    }

    @Test
    void nothingOfWhatIsStoppedRuns() throws Exception {
        stop();

        assertThat(allowed()).contains(0L);
        assertThat(other().read(soon()).stopped()).isTrue();
    }

    @Test
    void anyInstanceLetsItGoToWhatWasAllowed() throws Exception {
        allow(Optional.of(20L));
        stop();

        resume();

        assertThat(allowed()).contains(20L);
        assertThat(brake().read(soon()).before()).isEmpty();
    }

    @Test
    void whereNothingWasLimitedNothingIsAgain() throws Exception {
        stop();

        resume();

        assertThat(allowed()).isEmpty();
    }

    @Test
    void aStopThatIsRepeatedForgetsNothing() throws Exception {
        allow(Optional.of(20L));
        stop();
        var before = writes();

        stop();

        assertThat(writes()).isEqualTo(before);
        resume();
        assertThat(allowed()).contains(20L);
    }

    @Test
    void itIsStoppedAsOftenAsItHasTo() throws Exception {
        stop();
        resume();
        allow(Optional.of(7L));
        stop();

        resume();

        assertThat(allowed()).contains(7L);
    }

    @Test
    void whatSomebodyElseStoppedIsNotLetGo() throws Exception {
        allow(Optional.of(0L));
        stop();

        refused(this::resume, Fault.Kind.REJECTED);
        assertThat(allowed()).contains(0L);
    }

    @Test
    void whatRunsIsNotLetGo() {
        refused(this::resume, Fault.Kind.REJECTED);
    }

    @Test
    void whatSomebodyElseAllowedMeanwhileIsNotOverruled() throws Exception {
        allow(Optional.of(20L));
        stop();
        allow(Optional.of(50L));

        resume();

        assertThat(allowed()).contains(50L);
        assertThat(brake().read(soon()).before()).isEmpty();
    }

    @Test
    void aStopOfAStaleStandIsAConflict() throws Exception {
        var stale = brake().read(soon());
        allow(Optional.of(20L));

        refused(() -> brake().stop(stale, soon()), Fault.Kind.CONFLICT);
        assertThat(allowed()).contains(20L);
    }

    @Test
    void lettingGoOfAStaleStandIsAConflict() throws Exception {
        stop();
        var stale = brake().read(soon());
        allow(Optional.of(20L));

        refused(() -> brake().resume(stale, soon()), Fault.Kind.CONFLICT);
        assertThat(allowed()).contains(20L);
    }

    @Test
    void withNoTimeLeftNothingIsWritten() throws Exception {
        var seen = brake().read(soon());

        refused(() -> brake().read(over()), Fault.Kind.TIMED_OUT);
        refused(() -> brake().stop(seen, over()), Fault.Kind.TIMED_OUT);
        assertThat(writes()).isZero();
    }
}
