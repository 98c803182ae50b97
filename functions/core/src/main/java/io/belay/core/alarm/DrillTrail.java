package io.belay.core.alarm;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import java.time.Instant;
import java.util.Optional;

/** Where a drill leaves its traces: the source of alarms, the functions' logs, whoever was told. */
public interface DrillTrail {
    /**
     * When {@code leg} of the drill was done, by the clock of whoever wrote it down; empty where no trace of it is to be seen yet.
     *
     * @param from when the alarm was rung; nothing older is looked at
     * @throws PortException DENIED, UNREACHABLE, TIMED_OUT, THROTTLED, REJECTED
     */
    Optional<Instant> seen(Leg leg, String alarm, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException;

    /** The legs of a drill, in their order. */
    enum Leg {
        /** The alarm is red at its source. */
        RED("red"),
        /** The function was called. */
        CALLED("called"),
        /** It has said what it would roll back. */
        PLANNED("planned"),
        /** Whoever is to be told was told. */
        ANNOUNCED("announced");

        private final String word;

        Leg(String word) {
            this.word = word;
        }

        /** In one word. */
        public String word() {
            return word;
        }
    }
}
