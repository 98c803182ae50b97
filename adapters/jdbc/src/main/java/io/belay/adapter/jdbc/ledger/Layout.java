package io.belay.adapter.jdbc.ledger;

import io.belay.core.ledger.LedgerEntry;
import java.util.List;
import java.util.Optional;

/**
 * How a tool keeps its ledger.
 *
 * @param tables what it calls its table, in lower case
 * @param needed the columns by which it is known
 * @param others columns that only some versions of it have
 * @param order the columns that tell which entry is older
 * @param whole whether a table with more columns is somebody else's
 */
record Layout(
        String tool,
        List<String> tables,
        List<String> needed,
        List<String> others,
        List<String> order,
        boolean whole,
        Telling telling,
        LockRule lock) {
    Layout {
        tables = List.copyOf(tables);
        needed = List.copyOf(needed);
        others = List.copyOf(others);
        order = List.copyOf(order);
    }

    /** What a tool's rows say. */
    @FunctionalInterface
    interface Telling {
        /**
         * The entries in the order of {@code rows}.
         *
         * @param locked whether the tool's lock is held: an entry that is not done is then being worked at
         */
        List<LedgerEntry> of(List<Row> rows, boolean locked);
    }

    boolean fits(Place place) {
        return needed.stream().allMatch(name -> place.column(name).isPresent())
                && (!whole || place.columns().size() == needed.size());
    }

    /** This layout with another table. */
    Layout in(String table) {
        return new Layout(tool, List.of(table), needed, others, order, whole, telling, lock);
    }

    /** What tells that the tool is at work. */
    sealed interface LockRule {
        /** It takes none that others see. */
        record None(String reason) implements LockRule {}

        /** A lock of the server's that belongs to a session, by number in PostgreSQL and by name in MySQL. */
        record Session(Keys keys) implements LockRule {}

        /** A row of a table beside the ledger, whose name is the ledger's and {@code suffix}. */
        record Beside(String suffix, String held, Optional<String> since, Optional<String> holder, String release)
                implements LockRule {}
    }

    /** Under which keys a tool may hold its lock. */
    @FunctionalInterface
    interface Keys {
        /** Numbers in decimal for PostgreSQL, names for MySQL. */
        List<String> of(Place place);
    }
}
