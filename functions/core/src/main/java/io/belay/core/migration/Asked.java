package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * What is to be read of a database.
 *
 * @param ledgers which ledgers
 * @param schema whether what the schema is made of
 * @param rows queries
 * @param latency a query, and how often it is asked for its latency
 */
public record Asked(LedgerChoice ledgers, boolean schema, List<RowQuery> rows, Optional<Sampled> latency) {
    public Asked {
        requireNonNull(ledgers, "ledgers");
        rows = List.copyOf(rows);
        requireNonNull(latency, "latency");
    }

    /** A query that is asked {@code count} times after one that does not count. */
    public record Sampled(RowQuery query, int count) {
        public Sampled {
            requireNonNull(query, "query");
        }
    }
}
