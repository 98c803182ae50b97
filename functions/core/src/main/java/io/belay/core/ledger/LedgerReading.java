package io.belay.core.ledger;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;

/** What came of reading one ledger that was found. */
public sealed interface LedgerReading {
    /** It was read. */
    record Seen(Ledger ledger) implements LedgerReading {
        public Seen {
            requireNonNull(ledger, "ledger");
        }
    }

    /**
     * It is there, and could not be read: the others could.
     *
     * @param fault why: DENIED, TIMED_OUT where somebody holds the table for himself ...
     */
    record Unread(String tool, String table, Fault fault) implements LedgerReading {
        public Unread {
            requireNonNull(tool, "tool");
            requireNonNull(table, "table");
            requireNonNull(fault, "fault");
        }
    }
}
