package io.belay.core.migration;

import java.util.Locale;

/** The ways in which a ledger is not where the release expects it. */
public enum DriftKind {
    /** Shipped, and not applied. */
    PENDING,
    /** Begun, and not brought to its end: dirty. */
    FAILED,
    /** Applied, and shipped with another content since. */
    CHANGED,
    /** Applied, no newer than what is shipped, and not shipped any more. */
    MISSING,
    /** Shipped, not applied, and older than what is. */
    OUT_OF_ORDER,
    /** Applied, and newer than all that is shipped: the database is ahead of the release. */
    AHEAD,
    /** More than one end in a graph of migrations. */
    SEVERAL_HEADS,
    /** Applied, and nothing tells where it would stand among what is shipped. */
    UNKNOWN_ENTRY,
    /** Not at the head that the system file names. */
    OTHER_HEAD,
    /** A tool's lock that its holder left behind, or holds for too long. */
    STUCK_LOCK;

    /** As a system file and a report write it: {@code out-of-order}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
