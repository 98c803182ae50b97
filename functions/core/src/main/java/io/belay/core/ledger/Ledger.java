package io.belay.core.ledger;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A migration tool's own table.
 *
 * @param tool who keeps it: {@code flyway}, {@code liquibase} ...
 * @param table where it stands: schema and name, unquoted, as data
 * @param entries in the tool's order, the oldest first
 * @param heads the ends of the tool's graph of migrations where it keeps several (Alembic); else empty
 * @param notes what a reader ought to know, such as that older entries were left out
 */
public record Ledger(
        String tool, String table, List<LedgerEntry> entries, List<String> heads, LedgerLock lock, List<String> notes) {
    public Ledger {
        requireNonNull(tool, "tool");
        requireNonNull(table, "table");
        entries = List.copyOf(entries);
        heads = List.copyOf(heads);
        requireNonNull(lock, "lock");
        notes = List.copyOf(notes);
    }

    /** Whether a migration stopped half-way: the tool goes no further until a person has looked. */
    public boolean dirty() {
        return entries.stream().anyMatch(entry -> entry.state() == LedgerEntry.State.FAILED);
    }
}
