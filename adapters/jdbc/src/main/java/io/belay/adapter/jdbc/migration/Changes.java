package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.core.migration.DatabaseReading.Change;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Sessions at work on the schema right now, other than one's own. */
final class Changes {
    /** How many are told at the most. */
    static final int MOST = 100;

    private Changes() {}

    static List<Change> of(Connection connection, DatabaseReader reader) throws SQLException {
        return switch (reader.dialect()) {
            case POSTGRES -> PostgresChanges.of(connection);
            case MYSQL -> MysqlChanges.of(connection, reader);
        };
    }
}
