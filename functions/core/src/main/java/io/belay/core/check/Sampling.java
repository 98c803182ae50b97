package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Spans;
import java.time.Duration;

/**
 * Repeated askings from which percentiles are taken.
 *
 * @param count how many count, 2 to 10,000
 * @param warmUp how many come before and do not count, 0 to 1,000
 * @param every the pause of a caller between two
 * @param atOnce how many callers ask at once, 1 to 1,000
 */
public record Sampling(int count, int warmUp, Duration every, int atOnce) {
    public Sampling {
        if (count < 2 || count > 10_000 || warmUp < 0 || warmUp > 1_000 || every.isNegative()) {
            throw new IllegalArgumentException("2 to 10,000 samples, 0 to 1,000 to warm up, no negative pause");
        }
        if (atOnce < 1 || atOnce > 1_000) {
            throw new IllegalArgumentException("1 to 1,000 callers at once");
        }
        requireNonNull(every, "every");
    }

    /** One caller. */
    public Sampling(int count, int warmUp, Duration every) {
        this(count, warmUp, every, 1);
    }

    /** Of all that is asked. */
    public int all() {
        return warmUp + count;
    }

    /** How long it takes by its pauses alone. */
    public Duration atLeast() {
        return Spans.times(every, Math.ceilDiv(all(), atOnce));
    }
}
