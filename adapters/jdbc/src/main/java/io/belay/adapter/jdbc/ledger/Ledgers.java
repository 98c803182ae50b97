package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.LedgerChoice;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads ledgers over JDBC: one query finds the tables, one the sessions' locks, and one or two read each ledger.
 *
 * @param dialect the database's
 * @param choice which ledgers
 * @param words what an exception stands for, fit to show
 */
public record Ledgers(Dialect dialect, LedgerChoice choice, Function<SQLException, Fault> words) {
    private static final int MOST_LEDGERS = 100;

    /** What the system file calls the tools, in the order in which people list them. */
    public static List<String> tools() {
        return Layouts.tools();
    }

    /**
     * The ledgers that there are, one at least where there is to be one.
     *
     * @throws PortException NOT_FOUND where there is none, or none that this user may see
     */
    public List<LedgerReading> read(Connection connection) throws SQLException {
        var wanted = Wanted.of(choice);
        if (wanted.layouts().isEmpty()) {
            return List.of();
        }
        var places = Recognition.tables(connection, dialect, wanted.names());
        var found = wanted.among(places);
        if (found.isEmpty()) {
            return List.of(hidden(connection, wanted, places)
                    .orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, wanted.missing(places)))));
        }
        var most = found.subList(0, Math.min(found.size(), MOST_LEDGERS));
        var locks = SessionLocks.of(
                connection,
                dialect,
                most.stream().flatMap(each -> keys(each).stream()).toList());
        var readings = new ArrayList<LedgerReading>();
        for (var each : most) {
            readings.add(reading(connection, each, places, locks));
        }
        return List.copyOf(readings);
    }

    /**
     * MySQL's information schema keeps still about a table that this user has no right to. So one that is meant by name is
     * asked itself; the server then denies it, whether it is there or not.
     */
    private Optional<LedgerReading> hidden(Connection connection, Wanted wanted, List<Place> places)
            throws SQLException {
        if (dialect != Dialect.MYSQL
                || wanted.layouts().size() != 1
                || !wanted.named(places).isEmpty()) {
            return Optional.empty();
        }
        var schema = wanted.schema().or(() -> catalog(connection));
        if (schema.isEmpty()) {
            return Optional.empty();
        }
        var layout = wanted.layouts().getFirst();
        var table = layout.tables().getFirst();
        var before = connection.setSavepoint();
        try (var statement = connection.createStatement()) {
            statement.setEscapeProcessing(false);
            statement
                    .executeQuery("select 1 from " + dialect.quoted(schema.get(), table) + " limit 0")
                    .close();
            return Optional.empty();
        } catch (SQLException failed) {
            connection.rollback(before);
            var fault = words.apply(failed);
            return fault.kind() == Fault.Kind.DENIED
                    ? Optional.of(new LedgerReading.Unread(
                            layout.tool(),
                            schema.get() + "." + table,
                            new Fault(Fault.Kind.DENIED, fault.message() + "; it may not be there either")))
                    : Optional.empty();
        }
    }

    private static Optional<String> catalog(Connection connection) {
        try {
            return Optional.ofNullable(connection.getCatalog());
        } catch (SQLException _) {
            return Optional.empty();
        }
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
            // Lets go of the locks on its tables, so that whoever alters them waits no longer than that.
            connection.rollback(before);
            return new LedgerReading.Seen(ledger);
        } catch (SQLException failed) {
            // Throws where the connection is gone: then nothing more can be read.
            connection.rollback(before);
            return new LedgerReading.Unread(tool, place.shown(), words.apply(failed));
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
