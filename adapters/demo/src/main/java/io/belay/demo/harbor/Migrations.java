package io.belay.demo.harbor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.demo.server.ServerException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** Brings the schema to what this release expects, one recorded step at a time. */
final class Migrations {

    /** Where the database remembers what was applied. */
    static final String LEDGER = "_migrations";

    static final List<String> RELEASED = List.of(
            "migrations/001_users", "migrations/002_orders", "migrations/003_orders_by_day", "migrations/004_readers");

    static final String TOO_EARLY = "breakages/005_port_of_call";

    private Migrations() {}

    /** Applies {@code scripts}; each is applied and recorded, or neither. */
    static void apply(Connection connection, List<String> scripts) throws SQLException {
        connection.setAutoCommit(false);
        try (var statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS " + LEDGER + " (version text PRIMARY KEY,"
                    + " name text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())");
            connection.commit();
            for (var script : scripts) {
                statement.execute(text(script));
                record(connection, script);
                connection.commit();
            }
        }
    }

    private static void record(Connection connection, String script) throws SQLException {
        var name = script.substring(script.indexOf('/') + 1);
        var underscore = name.indexOf('_');
        try (var insert = connection.prepareStatement("INSERT INTO " + LEDGER + " (version, name) VALUES (?, ?)")) {
            insert.setString(1, name.substring(0, underscore));
            insert.setString(2, name.substring(underscore + 1));
            insert.executeUpdate();
        }
    }

    private static String text(String script) {
        try (var stream = Migrations.class.getResourceAsStream(script + ".sql")) {
            if (stream == null) {
                throw new ServerException("the migration " + script + " is not in the jar");
            }
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException cause) {
            throw new ServerException("the migration " + script + " cannot be read", cause);
        }
    }
}
