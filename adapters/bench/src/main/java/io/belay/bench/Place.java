package io.belay.bench;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Stamp;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** A kind of release target, on its server in this process; the server stays, and each round has a thing of its own on it. */
interface Place extends AutoCloseable {
    /** A revision was stamped for hours, another was deployed ten minutes ago, and the alarm {@code errors} is red since five. */
    Thing broken() throws Exception;

    /** The clock of its server and of who calls it. */
    MovedTime time();

    /** Every answer of the server takes so much longer. */
    void latency(Duration span);

    /** What the server was asked, in order. */
    List<String> calls();

    /** Whether such a call changes something. */
    boolean writes(String call);

    /** Looks whenever the server did something. */
    void watch(Runnable look);

    @Override
    void close();

    /**
     * One thing of the kind.
     *
     * @param target the way to it; the same for as long as it is
     * @param alarms who is asked about the alarm {@code errors}; empty where a person has to ask, since nobody knows since when it serves
     * @param moved whether its traffic was moved back, as far as that is in a caller's hands
     * @param arrive what the platform then does by itself
     * @param script what a script calls that knows what to return to, and asks and remembers nothing
     */
    record Thing(
            ReleaseTarget target,
            Optional<AlarmSource> alarms,
            BooleanSupplier moved,
            Runnable arrive,
            Script script) {}

    /** Calls of a script. */
    interface Script {
        void run() throws Exception;
    }

    /** Stamps what serves alone. */
    static void stamp(ReleaseTarget target, MovedTime time) throws InterruptedException {
        var deadline = Deadline.in(Duration.ofMinutes(1), time);
        var seen = target.read(deadline);
        var at = time.instant().truncatedTo(ChronoUnit.SECONDS);
        var stamp = new Stamp(seen.current().orElseThrow(), at, "bench", Map.of());
        target.remember(seen, Memory.EMPTY.with(List.of(stamp)), deadline);
    }
}
