package io.belay.alarmsetup;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.Time;
import java.time.Duration;

/** How long is waited before something is tried again: 1 s, 2 s, 4 s and so on, 20 s at the most. */
record Backoff(Time time, Deadline deadline) {
    /** As often is one thing tried. */
    static final int TRIES = 10;

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** Something that asks a port. */
    @FunctionalInterface
    interface Ask<T> {
        T ask() throws InterruptedException;
    }

    /** Before the try that follows {@code failed} ones. */
    static Duration after(int failed) {
        var span = FIRST.multipliedBy(1L << Math.min(Math.max(failed - 1, 0), 10));
        return span.compareTo(LONGEST) < 0 ? span : LONGEST;
    }

    /**
     * What {@code ask} answers, in the end.
     *
     * @throws PortException where trying again does not help, or there is no time for it
     */
    <T> T patiently(Ask<T> ask) throws InterruptedException {
        for (int failed = 1; ; failed++) {
            try {
                return ask.ask();
            } catch (PortException fault) {
                var wait = after(failed);
                if (!fault.fault().kind().retryable() || failed == TRIES || wait.compareTo(deadline.remaining()) >= 0) {
                    throw fault;
                }
                time.pause(wait);
            }
        }
    }
}
