package io.belay.five.wmscompose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.demo.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;

/** The database of the system, and the folder of migrations that the release ships; Belay's user may do no more than look. */
record Warehouse(PostgresServer server, Path migrations) {
    private static final List<String> FIRST =
            List.of("001_definitions", "002_instances", "003_audit", "004_users", "005_first_definition");

    /** Makes it as release 1 expects it. */
    void make() throws SQLException, IOException {
        run("postgres", "CREATE DATABASE warehouse", "CREATE ROLE belay LOGIN PASSWORD 'change-me'");
        run(
                "warehouse",
                "CREATE EXTENSION pg_stat_statements",
                "CREATE TABLE _migrations (version text PRIMARY KEY, applied_at timestamptz NOT NULL DEFAULT now())");
        for (var each : FIRST) {
            ship(each);
            apply(each);
        }
        run("warehouse", "GRANT SELECT ON ALL TABLES IN SCHEMA public TO belay");
    }

    /** The release ships one more. */
    void ship(String migration) throws IOException {
        Files.writeString(migrations.resolve(migration + ".sql"), resource("migrations/" + migration + ".sql"));
    }

    /** Applies one as the runbook does, and writes it down. */
    void apply(String migration) throws SQLException, IOException {
        run("warehouse", resource("migrations/" + migration + ".sql"));
        run("warehouse", "INSERT INTO _migrations (version) VALUES ('" + migration.substring(0, 3) + "')");
    }

    Connection connect() throws SQLException {
        return connect("warehouse");
    }

    private Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(server.url(database), PostgresServer.SUPERUSER, server.password());
    }

    private void run(String database, String... statements) throws SQLException {
        try (var connection = connect(database);
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(Warehouse.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
