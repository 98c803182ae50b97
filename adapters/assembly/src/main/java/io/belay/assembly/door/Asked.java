package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.deliveries.Delivery;
import io.belay.core.Cause;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller's JSON says, once read.
 *
 * @param only the subjects to look at; empty for all. Of {@code clear} the revisions whose quarantine is lifted.
 * @param within how long the caller will wait; empty for as long as there is
 * @param cause why it is asked; empty where nobody but the clock asks
 * @param system which system, where a door has several; empty where it has one
 * @param tick how often the clock that calls does so, where it says so: {@code verify} is then due by what the system file says
 */
public record Asked(
        Set<String> only,
        Optional<Duration> within,
        Optional<Cause> cause,
        Optional<String> system,
        Optional<Duration> tick) {
    /** Nothing said: look at all. */
    public static final Asked ALL = new Asked(Set.of(), Optional.empty());

    public Asked {
        only = Set.copyOf(only);
        requireNonNull(within, "within");
        requireNonNull(cause, "cause");
        requireNonNull(system, "system");
        requireNonNull(tick, "tick");
    }

    /** Asked of a door that has one system. */
    public Asked(Set<String> only, Optional<Duration> within, Optional<Cause> cause) {
        this(only, within, cause, Optional.empty(), Optional.empty());
    }

    /** Asked without a cause. */
    public Asked(Set<String> only, Optional<Duration> within) {
        this(only, within, Optional.empty());
    }

    /** The same of {@code other}. */
    Asked of(String other) {
        return new Asked(only, within, cause, Optional.of(other), tick);
    }

    /** Asked of {@code system}, as delivered. */
    static Asked rung(String system, Delivery.Delivered delivery) {
        return new Asked(
                Set.of(),
                Optional.empty(),
                delivery.cause().map(Cause.class::cast),
                Optional.of(system),
                delivery.tick());
    }
}
