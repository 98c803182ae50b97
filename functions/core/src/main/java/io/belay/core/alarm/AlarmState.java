package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * An alarm as its own source tells of it.
 *
 * @param name as the source names it
 * @param colour what it says now
 * @param since when it turned to that colour; empty where the source does not say
 * @param reason in the source's words
 * @param dimensions what it watches: {@code FunctionName=serve}
 */
public record AlarmState(
        String name, Colour colour, Optional<Instant> since, String reason, Map<String, String> dimensions) {
    public AlarmState {
        requireNonNull(name, "name");
        requireNonNull(colour, "colour");
        requireNonNull(since, "since");
        requireNonNull(reason, "reason");
        dimensions = Map.copyOf(dimensions);
    }

    /** What an alarm can say. */
    public enum Colour {
        /** All is well. */
        GREEN,
        /** Its threshold is crossed. */
        RED,
        /** Neither: it has no data to tell, or it was muted by somebody. */
        UNKNOWN
    }
}
