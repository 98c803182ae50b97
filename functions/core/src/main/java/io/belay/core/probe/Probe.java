package io.belay.core.probe;

import io.belay.core.Deadline;
import io.belay.core.PortException;

/**
 * Asks one target. It measures once and never retries: tolerance belongs to who asks.
 *
 * <p>Making a probe does no I/O. A probe may be used by many threads at once, and again after any outcome.
 */
public interface Probe {
    /** What is asked. */
    Target target();

    /**
     * Asks once. A target that is sick, silent or not there is an observation, never an exception.
     *
     * @param deadline when to give up at the latest; the probe's own time-out may be sooner
     * @return what was seen; where it answered, every fact that was asked for is in it, absent ones as absent
     * @throws PortException when the asking itself is not possible (denied, throttled): nothing is known of the target
     * @throws InterruptedException when called off; nothing stays open or running behind it
     */
    Observation observe(Deadline deadline) throws InterruptedException;
}
