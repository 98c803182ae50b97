package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.adapter.jdbc.Parts;
import io.belay.adapter.jdbc.Query;
import io.belay.adapter.jdbc.ledger.Ledgers;
import io.belay.adapter.jdbc.schema.Schemas;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Value;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.probe.Target;
import io.belay.core.schema.Picture;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A database over JDBC.
 *
 * <p>Who is at work on the schema is asked first, as that may end while the rest is read; then the ledgers, which an
 * {@code ALTER TABLE} that writes the table anew would make look empty to an older moment; then the rest. Where somebody's
 * change came in between, all is read anew in another transaction.
 *
 * @param schemas which ones; empty for the user's search path, or the database itself in MySQL
 * @param timeout how long one reading may take
 */
record JdbcDatabase(DatabaseReader reader, List<String> schemas, Duration timeout) implements DatabaseSource {
    private static final int TRIES = 3;

    JdbcDatabase {
        schemas = List.copyOf(schemas);
    }

    @Override
    public Target target() {
        return reader.target();
    }

    @Override
    public String engine() {
        return reader.engine();
    }

    @Override
    public DatabaseReading read(Asked asked, Deadline deadline) throws InterruptedException {
        var own = deadline.within(timeout);
        var reading = once(asked, own);
        for (int i = 1; i < TRIES && changedMeanwhile(reading) && !own.passed(); i++) {
            try {
                reading = once(asked, own);
            } catch (PortException _) {
                // What there is says for itself what could not be read.
                return reading;
            }
        }
        return reading;
    }

    private DatabaseReading once(Asked asked, Deadline deadline) throws InterruptedException {
        return reader.read(deadline, (connection, parts) -> reading(asked, connection, parts));
    }

    private DatabaseReading reading(Asked asked, Connection connection, Parts parts) throws SQLException {
        var answer = Answering.of(connection, reader.dialect());
        int more = asked.rows().size()
                + (asked.schema() ? 1 : 0)
                + (asked.latency().isPresent() ? 1 : 0);
        var changes = parts.read(more + 1, all -> Changes.of(all, reader));
        var ledgers = parts.read(more, new Ledgers(reader.dialect(), asked.ledgers(), reader::fault)::read);
        Optional<Part<Picture>> schema = Optional.empty();
        if (asked.schema()) {
            schema = Optional.of(parts.read(--more, new Schemas(reader.dialect(), schemas)::read));
        }
        var rows = new ArrayList<Part<Value>>();
        for (var each : asked.rows()) {
            var query = query(each);
            rows.add(parts.read(
                    --more,
                    failed -> reader.fault(failed, query),
                    (all, _, _) -> query.run(all).first()));
        }
        var latencies = asked.latency().isEmpty()
                ? new Part.Seen<List<Duration>>(List.of())
                : latencies(asked.latency().get(), parts);
        return new DatabaseReading(answer.server(), answer.now(), ledgers, schema, rows, latencies, changes);
    }

    private Part<List<Duration>> latencies(Asked.Sampled sampled, Parts parts) throws SQLException {
        var query = query(sampled.query());
        return parts.read(
                0,
                failed -> reader.fault(failed, query),
                (all, between, own) -> Latencies.of(all, query, sampled.count(), between, own));
    }

    private static Query query(RowQuery query) {
        return new Query(query.sql(), query.params(), 1);
    }

    private static boolean changedMeanwhile(DatabaseReading reading) {
        var ledgers = reading.ledgers() instanceof Part.Seen<List<LedgerReading>>(var all)
                ? all.stream()
                        .filter(LedgerReading.Unread.class::isInstance)
                        .map(LedgerReading.Unread.class::cast)
                        .map(LedgerReading.Unread::fault)
                : Stream.<Fault>empty();
        var parts = Stream.concat(
                        Stream.of(reading.ledgers()), Stream.concat(reading.schema().stream(), reading.rows().stream()))
                .filter(Part.Unread.class::isInstance)
                .map(part -> ((Part.Unread<?>) part).fault());
        return Stream.concat(ledgers, parts).anyMatch(fault -> fault.kind() == Fault.Kind.CONFLICT);
    }
}
