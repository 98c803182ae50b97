package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;

/**
 * What has to hold before anything is moved.
 *
 * @param maxAlarmAge how long ago an alarm may have turned red, or a failed report been begun
 * @param cooldown how long there is none after one
 * @param most how many there may be within {@code window}, at least 1
 * @param window the span that {@code most} counts in
 * @param schema what is asked of the databases
 * @param off why nothing may be moved at present, in the words of who said so; the kill switch
 * @param gate whether a person has to say so, with the id of the plan that was looked at
 * @param skew by how much the clocks of the cloud and ours may differ
 */
public record RollbackGuards(
        Duration maxAlarmAge,
        Duration cooldown,
        int most,
        Duration window,
        Schema schema,
        Optional<String> off,
        boolean gate,
        Duration skew) {
    /** An alarm of 15 minutes at the most, one in 30 minutes, 3 in a day, additive migrations, no gate, clocks 2 minutes apart. */
    public static final RollbackGuards DEFAULT = new RollbackGuards(
            Duration.ofMinutes(15),
            Duration.ofMinutes(30),
            3,
            Duration.ofDays(1),
            Schema.ADDITIVE,
            Optional.empty(),
            false,
            Duration.ofMinutes(2));

    public RollbackGuards {
        requireNonNull(schema, "schema");
        requireNonNull(off, "off");
        if (!maxAlarmAge.isPositive() || !window.isPositive() || cooldown.isNegative() || skew.isNegative()) {
            throw new IllegalArgumentException("an age and a window above zero, no negative cooldown or skew");
        }
        if (most < 1) {
            throw new IllegalArgumentException("at least one in a window; the kill switch is for none");
        }
    }

    /** What is asked of the databases before the code of a former moment returns. */
    public enum Schema {
        /** That all which was applied since only added. */
        ADDITIVE,
        /** Nothing. */
        IGNORED
    }
}
