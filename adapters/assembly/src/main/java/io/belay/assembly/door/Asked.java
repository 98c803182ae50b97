package io.belay.assembly.door;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller's JSON says, once read.
 *
 * @param only the subjects to look at; empty for all
 * @param within how long the caller will wait; empty for as long as there is
 */
public record Asked(Set<String> only, Optional<Duration> within) {
    /** Nothing said: look at all. */
    public static final Asked ALL = new Asked(Set.of(), Optional.empty());

    public Asked {
        only = Set.copyOf(only);
    }
}
