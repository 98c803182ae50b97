package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Spans;
import java.time.Duration;

/**
 * How long a measure is looked at.
 *
 * @param period of which one number is made, above zero
 * @param evaluations how many of the last periods are looked at, 1 or more
 * @param breaching in how many of these the limit has to be crossed, 1 to {@code evaluations}
 */
public record Window(Duration period, int evaluations, int breaching) {
    public Window {
        requireNonNull(period, "period");
        if (!period.isPositive() || breaching < 1 || breaching > evaluations) {
            throw new IllegalArgumentException("a period above zero, and 1 to all of the evaluations breaching: found "
                    + Spans.shown(period) + ", " + breaching + " of " + evaluations);
        }
    }

    /** The limit has to be crossed in every one of {@code evaluations} periods. */
    public static Window of(Duration period, int evaluations) {
        return new Window(period, evaluations, evaluations);
    }

    /** From the first moment that is bad to the first at which the limit can have been crossed as often as it has to be. */
    public Duration shortest() {
        return period.multipliedBy(breaching);
    }
}
