package io.belay.adapter.jdbc;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * Asks a database in one transaction that cannot write and is of one moment, waits for nobody's lock for long, and lets the
 * server give a statement up when the time is over. The session's times are UTC.
 */
public final class DatabaseReader {
    /** The keys that say where a database is and who asks. */
    public static final List<Key<?>> KEYS = Database.KEYS;

    static final Fault LATE = new Fault(Fault.Kind.TIMED_OUT, "no answer in time");

    /** How long a lock of somebody else is waited for; MySQL counts whole seconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Database database;
    private final Dialect dialect;

    private DatabaseReader(Database database, Dialect dialect) {
        this.database = database;
        this.dialect = dialect;
    }

    /** What is asked inside the transaction. */
    @FunctionalInterface
    public interface Asking<T> {
        /** Asks, in parts. */
        T of(Connection connection, Parts parts) throws SQLException;
    }

    /**
     * The database that {@code settings} name. Does no I/O.
     *
     * @throws SettingException where the keys do not fit together
     */
    public static DatabaseReader of(Dialect dialect, Settings settings) {
        var engine = switch (dialect) {
            case POSTGRES -> new Postgres();
            case MYSQL -> new Mysql();
        };
        return new DatabaseReader(Database.of(engine, settings), dialect);
    }

    /** How its SQL is put. */
    public Dialect dialect() {
        return dialect;
    }

    /** The database that is asked. */
    public Target target() {
        return database.target();
    }

    /** Its kind, as a system file writes it. */
    public String engine() {
        return database.engine().name();
    }

    /**
     * Asks in one transaction that cannot write, and ends it.
     *
     * @throws PortException where the database could not be asked
     * @throws InterruptedException when the caller calls it off
     */
    public <T> T read(Deadline deadline, Asking<T> asking) throws InterruptedException {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time left to ask"));
        }
        try (var connection = database.connect(deadline.remaining());
                var _ = HardStop.at(deadline, connection)) {
            var parts = new Parts(connection, this, deadline, begin(connection, deadline.remaining()));
            var answer = asking.of(connection, parts);
            parts.end();
            return answer;
        } catch (SQLException failed) {
            if (Thread.interrupted()) {
                throw (InterruptedException) new InterruptedException("called off").initCause(failed);
            }
            // Without its cause: the driver's own words are not redacted.
            throw new PortException(deadline.passed() ? LATE : fault(failed));
        }
    }

    /** What went wrong, fit to show. */
    public Fault fault(SQLException failed) {
        IOException words = database.failure(failed);
        return Faults.of(failed, Optional.ofNullable(words.getMessage()).orElse("no answer"));
    }

    /** What went wrong with {@code query}, fit to show. */
    public Fault fault(SQLException failed, Query query) {
        var fault = fault(failed);
        return new Fault(fault.kind(), query.redacted(fault.message()));
    }

    String giveUpAfter(long milliseconds, String version) {
        return database.engine().giveUpAfter(milliseconds, version);
    }

    private String begin(Connection connection, Duration left) throws SQLException {
        var milliseconds = Math.max(1, left.toMillis());
        var version = connection.getMetaData().getDatabaseProductVersion();
        try (var statement = connection.createStatement()) {
            for (var begin : database.engine().beginOneMoment()) {
                statement.execute(begin);
            }
            statement.execute(giveUpAfter(milliseconds, version));
            switch (dialect) {
                case POSTGRES -> {
                    statement.execute("set local lock_timeout = " + Math.min(milliseconds, PATIENCE.toMillis()));
                    statement.execute("set local timezone = 'UTC'");
                }
                case MYSQL ->
                    statement.execute("set session lock_wait_timeout = " + PATIENCE.toSeconds()
                            + ", session time_zone = '+00:00'");
            }
        }
        return version;
    }
}
