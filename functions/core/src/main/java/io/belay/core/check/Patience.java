package io.belay.core.check;

import java.time.Duration;

/** How much a check puts up with before it is called failed. */
public sealed interface Patience {
    /** Asked once; the answer counts. */
    record None() implements Patience {}

    /**
     * Asked until it passes, for so long.
     *
     * @param atMost how long, from the first asking
     * @param every the pause between two askings
     */
    record Wait(Duration atMost, Duration every) implements Patience {
        public Wait {
            positive(atMost, every);
        }
    }

    /**
     * Failed only when it fails so often in a row; the first pass ends it.
     *
     * @param failures how often, at least 2
     * @param every the pause between two askings
     */
    record InARow(int failures, Duration every) implements Patience {
        public InARow {
            if (failures < 2) {
                throw new IllegalArgumentException("failures in a row are at least 2");
            }
            positive(every, every);
        }
    }

    private static void positive(Duration one, Duration other) {
        if (!one.isPositive() || !other.isPositive()) {
            throw new IllegalArgumentException("a wait is longer than zero");
        }
    }
}
