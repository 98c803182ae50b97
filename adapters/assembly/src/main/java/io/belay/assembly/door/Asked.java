package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

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
 */
public record Asked(Set<String> only, Optional<Duration> within, Optional<Cause> cause) {
    /** Nothing said: look at all. */
    public static final Asked ALL = new Asked(Set.of(), Optional.empty());

    public Asked {
        only = Set.copyOf(only);
        requireNonNull(within, "within");
        requireNonNull(cause, "cause");
    }

    /** Asked without a cause. */
    public Asked(Set<String> only, Optional<Duration> within) {
        this(only, within, Optional.empty());
    }

    /** Asked for {@code cause}, as delivered. */
    static Asked rung(Optional<Cause.Alarmed> cause) {
        return new Asked(Set.of(), Optional.empty(), cause.map(Cause.class::cast));
    }
}
