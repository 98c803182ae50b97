package io.belay.adapter.jdbc;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** One PostgreSQL for all tests; it goes with the last of them. */
public final class RunningPostgres {
    static final String PASSWORD = "canary-of-postgres";

    private static final List<String> SCHEMA = List.of(
            "create role readers",
            "create role watch login password '" + PASSWORD + "'",
            "create table orders (id integer primary key, ref text)",
            "insert into orders values (1, 'one'), (2, 'two'), (3, 'three')",
            "create sequence tick",
            "grant usage on sequence tick to watch",
            "grant select, insert on orders to watch");

    private RunningPostgres() {}

    /** Where it listens; {@code postgres} needs no password, a member of {@code readers} does. */
    public static int port() {
        return Holder.SERVER.getPort();
    }

    static String authority() {
        return Holder.CERTIFICATE.pem();
    }

    private static final class Holder {
        static final TestingCertificate CERTIFICATE;
        static final EmbeddedPostgres SERVER;

        static {
            try {
                CERTIFICATE = TestingCertificate.in(PassingFolder.create("belay-postgres", () -> {}));
                SERVER = EmbeddedPostgres.builder()
                        .setServerConfig("max_connections", "40")
                        .setServerConfig("shared_preload_libraries", "pg_stat_statements")
                        .start();
                AtTheEnd.run(Holder::stop);
                try (var connection = SERVER.getPostgresDatabase().getConnection()) {
                    prepare(connection);
                }
            } catch (IOException | SQLException failed) {
                throw new IllegalStateException(failed);
            }
        }

        private static void stop() {
            try {
                SERVER.close();
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }

        private static void prepare(Connection connection) throws IOException, SQLException {
            try (var statement = connection.createStatement()) {
                for (var sql : SCHEMA) {
                    statement.execute(sql);
                }
                statement.execute("alter system set ssl_cert_file = '" + CERTIFICATE.certificate() + "'");
                statement.execute("alter system set ssl_key_file = '" + CERTIFICATE.key() + "'");
                statement.execute("alter system set ssl = on");
                try (var file = statement.executeQuery("show hba_file")) {
                    file.next();
                    Files.writeString(Path.of(file.getString(1)), """
                            hostssl all watch 127.0.0.1/32 scram-sha-256
                            host postgres watch 127.0.0.1/32 scram-sha-256
                            host all +readers 127.0.0.1/32 scram-sha-256
                            host all postgres 127.0.0.1/32 trust
                            """);
                }
                statement.execute("select pg_reload_conf()");
            }
        }
    }
}
