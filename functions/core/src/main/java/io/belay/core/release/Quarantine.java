package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import java.time.Instant;

/**
 * That nothing returns to a revision until a person clears it.
 *
 * @param at since when; whole seconds
 * @param rollback which rollback put it there
 */
public record Quarantine(Revision revision, Instant at, String rollback) {
    public Quarantine {
        requireNonNull(revision, "revision");
        requireNonNull(at, "at");
        requireNonNull(rollback, "rollback");
    }
}
