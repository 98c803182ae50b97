package io.belay.adapter.jdbc.schema;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.schema.Picture;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

/**
 * The schema of a database.
 *
 * <p>PostgreSQL (14 to 18) is asked in its own catalogue, which shows everything to everybody; MySQL and MariaDB in the
 * information schema, which hides what a user has no right to, so that its rights are asked for too.
 *
 * @param schemas which ones, the first of them being the one whose names stand by themselves; empty for the user's search
 *     path, or the database itself in MySQL
 */
public record Schemas(Dialect dialect, List<String> schemas) {
    private static final String LOCK_NOT_AVAILABLE = "55P03";
    private static final String INTERNAL_ERROR = "XX000";

    public Schemas {
        schemas = List.copyOf(schemas);
    }

    /**
     * What it is made of.
     *
     * @throws PortException NOT_FOUND where there is no such schema; CONFLICT where somebody else's change came in between
     *     the look at the locks and the look at the schema: it is to be asked anew, in another transaction
     */
    public Picture read(Connection connection) throws SQLException {
        try {
            return switch (dialect) {
                case POSTGRES -> new PostgresSchema(connection).picture(schemas);
                case MYSQL -> new MysqlSchema(connection).picture(schemas);
            };
        } catch (SQLException failed) {
            if (changed(failed)) {
                throw new PortException(new Fault(Fault.Kind.CONFLICT, "the schema is being changed right now"));
            }
            throw failed;
        }
    }

    /** PostgreSQL renders by the present, so that it may miss what was there at the transaction's moment. */
    private static boolean changed(SQLException failed) {
        var state = Optional.ofNullable(failed.getSQLState()).orElse("");
        var words = Optional.ofNullable(failed.getMessage()).orElse("");
        return state.equals(LOCK_NOT_AVAILABLE)
                || (state.equals(INTERNAL_ERROR) && words.matches("(?s).*(?:cache lookup failed|could not open).*"));
    }
}
