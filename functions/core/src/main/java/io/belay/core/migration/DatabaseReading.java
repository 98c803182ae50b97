package io.belay.core.migration;

import static java.util.Objects.requireNonNull;

import io.belay.core.Fault;
import io.belay.core.fact.Value;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.schema.Picture;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a database said.
 *
 * @param server who answered
 * @param now the database's own clock: ages of locks are counted from it
 * @param ledgers each that was found; none where none was asked for
 * @param schema what it is made of; empty where that was not asked for
 * @param rows the answers to the queries, in their order
 * @param latencies one for each sample, in the order taken; empty where none was asked for
 * @param changes what is being changed right now
 */
public record DatabaseReading(
        Server server,
        Instant now,
        Part<List<LedgerReading>> ledgers,
        Optional<Part<Picture>> schema,
        List<Part<Value>> rows,
        Part<List<Duration>> latencies,
        Part<List<Change>> changes) {
    public DatabaseReading {
        requireNonNull(server, "server");
        requireNonNull(now, "now");
        requireNonNull(ledgers, "ledgers");
        requireNonNull(schema, "schema");
        rows = List.copyOf(rows);
        requireNonNull(latencies, "latencies");
        requireNonNull(changes, "changes");
    }

    /**
     * Who answered.
     *
     * @param product {@code PostgreSQL}, {@code MySQL}, {@code MariaDB}
     * @param version as far as it can be compared: {@code 8.0.41}, {@code 17.2}
     * @param replica whether it only follows another, and may be behind
     */
    public record Server(String product, String version, boolean replica) {
        public Server {
            requireNonNull(product, "product");
            requireNonNull(version, "version");
        }
    }

    /** One part of what was asked. */
    public sealed interface Part<T> {
        /** It was read. */
        record Seen<T>(T seen) implements Part<T> {
            public Seen {
                requireNonNull(seen, "seen");
            }
        }

        /** It could not be read, and why. */
        record Unread<T>(Fault fault) implements Part<T> {
            public Unread {
                requireNonNull(fault, "fault");
            }
        }
    }

    /**
     * Somebody at work on the schema: a session that holds, or waits for, a lock that only a change of it takes.
     *
     * @param session as the server names it
     * @param what what it is at, as far as one may see: a table, a statement's first words
     * @param since since when its transaction or statement runs
     */
    public record Change(String session, String what, Optional<Instant> since) {
        public Change {
            requireNonNull(session, "session");
            requireNonNull(what, "what");
            requireNonNull(since, "since");
        }
    }
}
