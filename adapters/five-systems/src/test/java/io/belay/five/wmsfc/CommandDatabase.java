package io.belay.five.wmsfc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.five.loopback.MariaDb;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

/** The database of the command service, made of the checklist's three scripts; Belay's user may do no more than look. */
record CommandDatabase(MariaDb server) {
    private static final String NAME = "wms_manufacture";
    static final String SCHEMA = "update_database_schema.sql";
    static final String ENHANCEMENT = "erp_enhancement_safe.sql";
    static final String SETUP = "WMS_PRODUCTION_SETUP.sql";

    /** Empties it, and applies {@code scripts}. */
    void make(String... scripts) throws SQLException, IOException {
        server.run("", """
                DROP DATABASE IF EXISTS wms_manufacture;
                CREATE DATABASE wms_manufacture;
                CREATE OR REPLACE USER belay@'%' IDENTIFIED BY 'change-me';
                GRANT SELECT ON wms_manufacture.* TO belay@'%';
                """);
        for (var script : scripts) {
            apply(script);
        }
    }

    /** Applies one script more. */
    void apply(String script) throws SQLException, IOException {
        run(resource(script));
    }

    /** Runs {@code sql}, as somebody does by hand. */
    void run(String sql) throws SQLException {
        server.run(NAME, sql);
    }

    static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(CommandDatabase.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    Connection connect() throws SQLException {
        return server.connect(NAME);
    }
}
