package io.belay.adapter.jdbc.ledger;

import static java.util.stream.Collectors.joining;

import io.belay.adapter.jdbc.Dialect;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;

/** Tools that run here, and write their ledgers themselves. */
enum Applied {
    FLYWAY("pending failed changed missing ahead lock") {
        @Override
        Map<String, String> scripts(List<Written> rows) {
            var files = new TreeMap<String, String>();
            for (var row : rows) {
                var name = "V" + row.number() + "__step.sql";
                files.put(name, sql(row));
                if (row.failed()) {
                    files.put(name + ".conf", "executeInTransaction=false");
                }
            }
            return files;
        }

        @Override
        void run(Fresh fresh, Path folder) {
            var flyway = Flyway.configure()
                    .dataSource(fresh.url(), fresh.owner(), fresh.ownersPassword())
                    .locations("filesystem:" + folder);
            if (fresh.dialect() == Dialect.POSTGRES) {
                // Else the failed entry is taken back together with its migration.
                flyway.getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                        .setTransactionalLock(false);
            }
            try {
                flyway.load().migrate();
            } catch (FlywayException expected) {
                // One that is to fail; the ledger tells.
            }
        }

        @Override
        String locking(Fresh fresh) {
            var place = new Place(fresh.dialect(), fresh.name(), fresh.schema(), "flyway_schema_history", List.of());
            return Matrix.taking(fresh.dialect(), LockKeys.flyway(place).getFirst());
        }
    },
    LIQUIBASE("pending changed lock") {
        @Override
        Map<String, String> scripts(List<Written> rows) {
            return Map.of(
                    "steps.sql",
                    rows.stream()
                            .map(row -> "--changeset ann:" + row.number() + "\n" + sql(row))
                            .collect(joining("", "--liquibase formatted sql\n", "")));
        }

        @Override
        void run(Fresh fresh, Path folder) throws Exception {
            QUIET.setLevel(Level.OFF);
            // Liquibase is run where the application is, two folders further up than what the system file names.
            var changelog = Path.of("db", "changelog", "steps.sql");
            var root = folder.resolve("application");
            Files.createDirectories(root.resolve(changelog).getParent());
            Files.copy(folder.resolve("steps.sql"), root.resolve(changelog));
            try (var connection = fresh.connect()) {
                var database =
                        DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
                var liquibase = new Liquibase("db/changelog/steps.sql", new DirectoryResourceAccessor(root), database);
                Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> liquibase.update());
            }
        }

        @Override
        String locking(Fresh fresh) {
            return "update "
                    + (fresh.dialect() == Dialect.POSTGRES ? "databasechangeloglock" : "DATABASECHANGELOGLOCK")
                    + " set locked = true, lockedby = 'job-7 (10.1.2.3)', lockgranted = '2026-01-02 03:04:05' where id = 1";
        }
    };

    private static final Logger QUIET = Logger.getLogger("liquibase");

    private final String columns;

    Applied(String columns) {
        this.columns = columns;
    }

    /** By path, the scripts that make {@code rows}. */
    abstract Map<String, String> scripts(List<Written> rows);

    /** Lets the tool apply the scripts of {@code folder}. */
    abstract void run(Fresh fresh, Path folder) throws Exception;

    /** The statement that takes its lock. */
    abstract String locking(Fresh fresh);

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What it is said to tell. */
    List<String> columns() {
        return List.of(columns.split(" ", -1));
    }

    void apply(Fresh fresh, Path folder, List<Written> rows) throws Exception {
        write(folder, rows);
        run(fresh, folder);
    }

    void write(Path folder, List<Written> rows) throws IOException {
        for (var each : scripts(rows).entrySet()) {
            Files.createDirectories(folder);
            Files.writeString(folder.resolve(each.getKey()), each.getValue());
        }
    }

    static String sql(Written row) {
        return switch (row.how()) {
            case WHOLE -> "create table t" + row.number() + " (id integer);\n";
            case OTHERWISE -> "create table other" + row.number() + " (id integer);\n";
            case FAILED -> "select 1 from nowhere;\n";
        };
    }
}
