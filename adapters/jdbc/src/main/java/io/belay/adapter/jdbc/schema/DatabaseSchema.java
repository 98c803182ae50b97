package io.belay.adapter.jdbc.schema;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.schema.Picture;
import io.belay.core.schema.SchemaSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a database.
 *
 * <p>PostgreSQL (14 to 18) is asked in its own catalogue, which shows everything to everybody; MySQL and MariaDB in the
 * information schema, which hides what a user has no right to, so that its rights are asked for too.
 */
public final class DatabaseSchema implements SchemaSource {
    /** How often somebody else's change may get in between the look at the locks and the look at the schema. */
    private static final int TRIES = 3;

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DatabaseReader reader;
    private final List<String> schemas;

    /**
     * Does no I/O.
     *
     * @param schemas which ones, the first of them being the one whose names stand by themselves; empty for the user's
     *     search path, or the database itself in MySQL
     */
    public DatabaseSchema(DatabaseReader reader, List<String> schemas) {
        this.reader = reader;
        this.schemas = List.copyOf(schemas);
    }

    @Override
    public Target target() {
        return reader.target();
    }

    @Override
    public Picture read(Deadline deadline) throws InterruptedException {
        for (int i = 0; i < TRIES; i++) {
            var picture = reader.read(deadline, this::unlessLocked);
            if (picture.isPresent()) {
                return picture.get();
            }
        }
        throw new PortException(new Fault(Fault.Kind.CONFLICT, "the schema is being changed right now"));
    }

    private Optional<Picture> unlessLocked(Connection connection) throws SQLException {
        try {
            return Optional.of(
                    switch (reader.dialect()) {
                        case POSTGRES -> new PostgresSchema(connection).picture(schemas);
                        case MYSQL -> new MysqlSchema(connection).picture(schemas);
                    });
        } catch (SQLException failed) {
            if (LOCK_NOT_AVAILABLE.equals(failed.getSQLState())) {
                return Optional.empty();
            }
            throw failed;
        }
    }
}
