package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.time.Duration;

/**
 * How the way from an alarm to an announcement is drilled.
 *
 * @param alarm the marked test alarm: it watches nothing, and tells the same receivers as those that cause a rollback
 * @param source where alarms are asked how they stand
 * @param within how long the whole way may take until it is given up
 * @param every how often is looked, above zero
 */
public record DrillSpec(
        String alarm, AlarmSource source, AlarmBell bell, DrillTrail trail, Duration within, Duration every) {
    public DrillSpec {
        requireNonNull(alarm, "alarm");
        requireNonNull(source, "source");
        requireNonNull(bell, "bell");
        requireNonNull(trail, "trail");
        requireNonNull(within, "within");
        if (!every.isPositive()) {
            throw new IllegalArgumentException("it is looked every span above zero");
        }
    }
}
