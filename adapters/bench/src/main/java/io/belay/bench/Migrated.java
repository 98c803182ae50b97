package io.belay.bench;

import io.belay.demo.server.Folder;
import io.belay.demo.server.PostgresServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.flywaydb.core.Flyway;

/** A PostgreSQL with a long ledger of Flyway's and a wide schema, and the scripts that belong to it. */
final class Migrated implements AutoCloseable {
    static final int MIGRATIONS = 10_000;
    static final int TABLES = 5_000;

    private final Folder folder;
    private final PostgresServer server;

    private Migrated(Folder folder, PostgresServer server) {
        this.folder = folder;
        this.server = server;
    }

    /** Starts it; its programs are kept on {@code shelf}. */
    static Migrated start(Path shelf) throws IOException, InterruptedException, SQLException {
        var folder = Folder.temporary("belay-bench-");
        var migrated = new Migrated(
                folder, PostgresServer.start(Files.createDirectory(folder.path().resolve("server")), shelf));
        try {
            migrated.fill();
            return migrated;
        } catch (IOException | SQLException | RuntimeException failed) {
            migrated.close();
            throw failed;
        }
    }

    /** Where the scripts are. */
    Path scripts() {
        return folder.path().resolve("scripts");
    }

    /** Where a file may be put beside them. */
    Path file(String name) {
        return folder.path().resolve(name);
    }

    int port() {
        return server.port();
    }

    String password() {
        return server.password();
    }

    Flyway flyway() {
        return Flyway.configure()
                .dataSource(server.url("postgres"), PostgresServer.SUPERUSER, server.password())
                .locations("filesystem:" + scripts())
                .load();
    }

    @Override
    public void close() {
        try (folder) {
            server.close();
        }
    }

    /** Flyway applies the first; the ledger's other rows are its row again, since every script has the same content. */
    private void fill() throws IOException, SQLException {
        Files.createDirectory(scripts());
        script(1);
        flyway().migrate();
        for (int version = 2; version <= MIGRATIONS; version++) {
            script(version);
        }
        try (var connection = DriverManager.getConnection(
                        server.url("postgres"), PostgresServer.SUPERUSER, server.password());
                var statement = connection.createStatement()) {
            statement.execute("""
                    insert into flyway_schema_history
                    select n, n::text, description, type, 'V' || n || '__step.sql', checksum, installed_by, installed_on,
                        execution_time, success
                    from flyway_schema_history, generate_series(2, %d) n where installed_rank = 1
                    """.formatted(MIGRATIONS));
            statement.execute("""
                    do $$ begin for n in 1..%d loop execute format('create table public.t%%s (id bigint primary key,'
                        ' a text not null, b varchar(64), c integer default 7, d timestamptz default now(), e boolean,'
                        ' f numeric(12,2), g uuid, h jsonb, i date, j smallint, k bigint)', n); if n %% 500 = 0 then commit; end if; end loop; end $$
                    """.formatted(TABLES));
            statement.execute("analyze");
        }
    }

    private void script(int version) throws IOException {
        Files.writeString(
                scripts().resolve("V" + version + "__step.sql"),
                "create table if not exists step (id bigint primary key);\n");
    }
}
