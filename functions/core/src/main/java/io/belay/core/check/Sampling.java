package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * Repeated askings from which percentiles are taken.
 *
 * @param count how many count, 2 to 10,000
 * @param warmUp how many come before and do not count, 0 to 1,000
 * @param every the pause between two
 */
public record Sampling(int count, int warmUp, Duration every) {
    public Sampling {
        if (count < 2 || count > 10_000 || warmUp < 0 || warmUp > 1_000 || every.isNegative()) {
            throw new IllegalArgumentException("2 to 10,000 samples, 0 to 1,000 to warm up, no negative pause");
        }
        requireNonNull(every, "every");
    }
}
