package io.belay.core.ledger;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;

/** What a tool takes so that two runs do not migrate at once. */
public sealed interface LedgerLock {
    /** Nobody holds it. */
    record Free() implements LedgerLock {}

    /**
     * It cannot be told.
     *
     * @param reason why: the tool takes none, or none that others see
     */
    record Unseen(String reason) implements LedgerLock {
        public Unseen {
            requireNonNull(reason, "reason");
        }
    }

    /**
     * Somebody holds it.
     *
     * @param since since when: of a session's lock since that session's transaction began, and of a column that names no time
     *     zone the latest that it can mean
     * @param holder who, in the words of the tool or the server
     * @param session whether the holder is still there
     * @param release the statement that a person would run to free it; text only, it is never run from here
     */
    record Held(Optional<Instant> since, Optional<String> holder, Session session, Optional<String> release)
            implements LedgerLock {
        public Held {
            requireNonNull(since, "since");
            requireNonNull(holder, "holder");
            requireNonNull(session, "session");
            requireNonNull(release, "release");
        }
    }

    /** Whether a lock's holder still has a session in the database. */
    enum Session {
        /** The session that took it is there; or, where a tool writes an address, a session from that address. */
        LIVES,
        /** It cannot be there: nobody else is. */
        GONE,
        /** It cannot be told. */
        UNKNOWN
    }
}
