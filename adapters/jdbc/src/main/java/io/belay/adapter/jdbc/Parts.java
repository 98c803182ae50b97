package io.belay.adapter.jdbc;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseReading.Part.Seen;
import io.belay.core.migration.DatabaseReading.Part.Unread;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The parts of one transaction. Each begins at a savepoint and goes back to it, done or failed: the locks that it took are
 * let go while the moment stays, and a part that fails costs no other. Used by one thread.
 */
public final class Parts {
    /** What a part may take of the time although others are still to come, as long as half of it stays. */
    private static final Duration FAIR = Duration.ofSeconds(5);

    private final Connection connection;
    private final DatabaseReader reader;
    private final Deadline deadline;
    private final String version;
    private Optional<Fault> lost = Optional.empty();

    Parts(Connection connection, DatabaseReader reader, Deadline deadline, String version) {
        this.connection = connection;
        this.reader = reader;
        this.deadline = deadline;
        this.version = version;
    }

    /** What is asked in one part. */
    @FunctionalInterface
    public interface Asking<T> {
        /** Asks. */
        T of(Connection connection) throws SQLException;
    }

    /** What is asked again and again, whose locks are let go in between. */
    @FunctionalInterface
    public interface Between {
        /** Lets go. */
        void letGo() throws SQLException;
    }

    /** What is asked in one part, in several steps. */
    @FunctionalInterface
    public interface Stepping<T> {
        /** Asks until the part's deadline at the latest. */
        T of(Connection connection, Between between, Deadline own) throws SQLException;
    }

    /** Asks {@code asking}, with {@code more} parts still to come. */
    public <T> Part<T> read(int more, Asking<T> asking) throws SQLException {
        return read(more, reader::fault, (all, _, _) -> asking.of(all));
    }

    /**
     * Asks {@code asking}, with {@code more} parts still to come.
     *
     * @param words what an exception stands for, fit to show
     * @throws SQLException where the caller called it off
     */
    public <T> Part<T> read(int more, Function<SQLException, Fault> words, Stepping<T> asking) throws SQLException {
        if (lost.isPresent()) {
            return new Unread<>(lost.get());
        }
        if (deadline.passed()) {
            return new Unread<>(DatabaseReader.LATE);
        }
        try {
            var before = connection.setSavepoint();
            var part = read(before, deadline.within(share(more)), words, asking);
            goBack(before, part);
            return part;
        } catch (SQLException gone) {
            return new Unread<>(lose(gone));
        }
    }

    private void goBack(Savepoint before, Part<?> part) throws SQLException {
        try {
            connection.rollback(before);
        } catch (SQLException gone) {
            // What ended the connection was said to whoever asked, and now it is only closed.
            lost = Optional.of(part instanceof Unread<?>(var why) ? why : lose(gone));
        }
    }

    private <T> Part<T> read(Savepoint before, Deadline own, Function<SQLException, Fault> words, Stepping<T> asking)
            throws SQLException {
        try {
            giveUpAfter(own);
            return new Seen<>(asking.of(
                    connection,
                    () -> {
                        connection.rollback(before);
                        giveUpAfter(own);
                    },
                    own));
        } catch (SQLException failed) {
            if (Thread.currentThread().isInterrupted()) {
                throw failed;
            }
            return new Unread<>(words.apply(failed));
        } catch (PortException failed) {
            return new Unread<>(failed.fault());
        }
    }

    /** Nothing more can be read on this connection: the rest is unread for the same reason. */
    private Fault lose(SQLException gone) throws SQLException {
        if (Thread.currentThread().isInterrupted()) {
            throw gone;
        }
        var fault = deadline.passed() ? DatabaseReader.LATE : reader.fault(gone);
        lost = Optional.of(fault);
        return fault;
    }

    void end() throws SQLException {
        if (lost.isPresent()) {
            return;
        }
        try {
            connection.rollback();
        } catch (SQLException gone) {
            // All that was asked is answered, and the connection is only closed.
            if (Thread.currentThread().isInterrupted()) {
                throw gone;
            }
        }
    }

    private Duration share(int more) {
        var left = deadline.remaining();
        var even = left.dividedBy(more + 1L);
        var half = left.dividedBy(2);
        var fair = half.compareTo(FAIR) < 0 ? half : FAIR;
        return even.compareTo(fair) > 0 ? even : fair;
    }

    private void giveUpAfter(Deadline own) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(reader.giveUpAfter(own.remaining().toMillis() + 1, version));
        }
    }
}
