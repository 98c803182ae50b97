package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How often a store documents that it may be called.
 *
 * @param name the operation or group of operations that share it: {@code PutMetricAlarm}
 * @param calls as many, 1 or more
 * @param per in such a span
 */
public record Quota(String name, int calls, Duration per) {
    public Quota {
        requireNonNull(name, "name");
        if (calls < 1 || !per.isPositive()) {
            throw new IllegalArgumentException("a quota is of one call or more, in a span above zero");
        }
    }

    /** {@code calls} a second. */
    public static Quota perSecond(String name, int calls) {
        return new Quota(name, calls, Duration.ofSeconds(1));
    }

    /** The span between two calls at an even pace, rounded up: never more calls than the quota has. */
    public Duration pace() {
        return per.plusNanos(calls - 1L).dividedBy(calls);
    }
}
