package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is remembered on a target itself, so that any later run on any instance knows it.
 *
 * @param stamps the revisions that were verified, the newest stamp first
 * @param quarantined the revisions that nothing returns to until a person clears them
 * @param journal the rollback that was begun last
 * @param rollbacks when rollbacks were begun on it, the newest first; for the brakes
 */
public record Memory(
        List<Stamp> stamps, List<Quarantine> quarantined, Optional<Journal> journal, List<Instant> rollbacks) {
    /** Nothing. */
    public static final Memory EMPTY = new Memory(List.of(), List.of(), Optional.empty(), List.of());

    public Memory {
        stamps = List.copyOf(stamps);
        quarantined = List.copyOf(quarantined);
        requireNonNull(journal, "journal");
        rollbacks = List.copyOf(rollbacks);
    }

    /** The same with {@code journal}. */
    public Memory with(Journal other) {
        return new Memory(stamps, quarantined, Optional.of(other), rollbacks);
    }
}
