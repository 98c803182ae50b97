package io.belay.core.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One migration as a ledger remembers it.
 *
 * @param rank its place among the entries, by the tool's own order; from 1
 * @param version the version or id as the tool writes it; may be empty (a repeatable migration of Flyway has none)
 * @param description the tool's words for it; empty where it writes none
 * @param appliedAt when; a column that names no time zone is read as UTC
 * @param checksum as the tool writes it
 * @param took how long it ran
 * @param by who applied it: a database user, or an author where the tool knows no other
 */
public record LedgerEntry(
        long rank,
        String version,
        String description,
        State state,
        Optional<Instant> appliedAt,
        Optional<String> checksum,
        Optional<Duration> took,
        Optional<String> by) {
    public LedgerEntry {
        requireNonNull(version, "version");
        requireNonNull(description, "description");
        requireNonNull(state, "state");
        requireNonNull(appliedAt, "appliedAt");
        requireNonNull(checksum, "checksum");
        requireNonNull(took, "took");
        requireNonNull(by, "by");
    }

    /** What became of a migration. */
    public enum State {
        /** Applied, whole. */
        APPLIED,
        /** Begun and not brought to its end; nobody is at it any more. */
        FAILED,
        /** Begun, not done, and its tool holds its lock: somebody is at it. */
        RUNNING,
        /** Applied, and taken back since; or the entry that says so. */
        UNDONE,
        /** Where the tool began with a database that was there before it: nothing was run. */
        BASELINE,
        /** Said to be applied, and not run. */
        MARKED
    }

    /** This entry in {@code other} state. */
    public LedgerEntry as(State other) {
        return new LedgerEntry(rank, version, description, other, appliedAt, checksum, took, by);
    }
}
