package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.ledger.LedgerSource;
import io.belay.core.probe.Target;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Reads ledgers over JDBC: one query finds the tables, one the sessions' locks, and one or two read each ledger.
 *
 * @param reader the database
 * @param choice which ledgers
 */
public record JdbcLedgerSource(DatabaseReader reader, LedgerChoice choice) implements LedgerSource {
    private static final int MOST_LEDGERS = 100;

    @Override
    public Target target() {
        return reader.target();
    }

    @Override
    public List<LedgerReading> read(Deadline deadline) throws InterruptedException {
        return reader.read(deadline, this::read);
    }

    private List<LedgerReading> read(Connection connection) throws SQLException {
        var wanted = Wanted.of(choice);
        var places = Recognition.tables(connection, reader.dialect(), wanted.names());
        var found = wanted.among(places);
        if (found.isEmpty()) {
            throw new PortException(new Fault(Fault.Kind.NOT_FOUND, wanted.missing(places)));
        }
        var most = found.subList(0, Math.min(found.size(), MOST_LEDGERS));
        var locks = SessionLocks.of(
                connection,
                reader.dialect(),
                most.stream().flatMap(each -> keys(each).stream()).toList());
        var readings = new ArrayList<LedgerReading>();
        for (var each : most) {
            readings.add(reading(connection, each, places, locks));
        }
        return List.copyOf(readings);
    }

    private static List<String> keys(Wanted.Found found) {
        return switch (found.layout().lock()) {
            case Layout.LockRule.Session session -> session.keys().of(found.place());
            case Layout.LockRule.Beside _, Layout.LockRule.None _ -> List.of();
        };
    }

    private LedgerReading reading(Connection connection, Wanted.Found found, List<Place> places, SessionLocks locks)
            throws SQLException {
        var place = found.place();
        var tool = found.layout().tool();
        var denied = found.layout().needed().stream()
                .flatMap(name -> place.column(name).stream())
                .filter(column -> !column.readable())
                .findFirst();
        if (denied.isPresent()) {
            return new LedgerReading.Unread(
                    tool,
                    place.shown(),
                    new Fault(
                            Fault.Kind.DENIED,
                            "permission denied for table " + place.shown() + ", column "
                                    + denied.get().name()));
        }
        var before = connection.setSavepoint();
        try {
            var ledger = ledger(connection, found, lock(connection, found, places, locks));
            connection.releaseSavepoint(before);
            return new LedgerReading.Seen(ledger);
        } catch (SQLException failed) {
            // Throws where the connection is gone: then nothing more can be read.
            connection.rollback(before);
            return new LedgerReading.Unread(tool, place.shown(), reader.fault(failed));
        }
    }

    private static LedgerLock lock(Connection connection, Wanted.Found found, List<Place> places, SessionLocks locks)
            throws SQLException {
        return switch (found.layout().lock()) {
            case Layout.LockRule.None none -> new LedgerLock.Unseen(none.reason());
            case Layout.LockRule.Session _ -> {
                var keys = keys(found);
                yield keys.isEmpty() ? new LedgerLock.Unseen("it takes no lock that others see") : locks.any(keys);
            }
            case Layout.LockRule.Beside beside -> {
                var table = beside(found.place(), beside, places);
                yield table.isEmpty()
                        ? new LedgerLock.Unseen("there is no table "
                                + found.place().shown() + beside.suffix() + ", or none that this user may see")
                        : new LockTable(table.get(), beside).read(connection);
            }
        };
    }

    private static Optional<Place> beside(Place ledger, Layout.LockRule.Beside rule, List<Place> places) {
        var name = (ledger.table() + rule.suffix()).toLowerCase(Locale.ROOT);
        return places.stream()
                .filter(place -> place.schema().equals(ledger.schema())
                        && place.table().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    private static Ledger ledger(Connection connection, Wanted.Found found, LedgerLock lock) throws SQLException {
        var rows = Rows.of(connection, found.place(), found.layout());
        var entries = found.layout().telling().of(rows.all(), lock instanceof LedgerLock.Held);
        var heads = found.layout().tool().equals(Layouts.ALEMBIC.tool())
                ? entries.stream().map(LedgerEntry::version).toList()
                : List.<String>of();
        return new Ledger(
                found.layout().tool(),
                found.place().shown(),
                entries,
                heads,
                lock,
                rows.cut() ? List.of("only the newest " + Rows.MOST + " entries were read") : List.of());
    }
}
