package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import io.belay.adapter.jdbc.RunningPostgres;
import io.belay.adapter.jdbc.migration.MysqlDatabaseKind;
import io.belay.adapter.jdbc.migration.PostgresDatabaseKind;
import io.belay.core.Deadline;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of a test's own, its owner, and a role that may do nothing but read its tables. */
public record Fresh(Dialect dialect, String name) {
    public static final String PASSWORD = "canary-of-readers";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    public static Fresh of(Dialect dialect) {
        var fresh = new Fresh(dialect, "ledger_" + NUMBER.incrementAndGet());
        var reader = fresh.reader();
        switch (dialect) {
            case POSTGRES -> {
                new Fresh(dialect, "postgres")
                        .run(
                                "create database " + fresh.name,
                                "create role " + reader + " login password '" + PASSWORD + "' in role readers");
                fresh.run(
                        "alter default privileges grant select on tables to " + reader,
                        "alter default privileges grant usage on schemas to " + reader);
            }
            case MYSQL ->
                new Fresh(dialect, "harbor")
                        .run(
                                "drop database if exists " + fresh.name,
                                "drop user if exists " + reader,
                                "create database " + fresh.name,
                                "create user " + reader + " identified by '" + PASSWORD + "'",
                                "grant select on " + fresh.name + ".* to " + reader);
        }
        return fresh;
    }

    public String reader() {
        return name + "_reader";
    }

    public String url() {
        return switch (dialect) {
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + RunningPostgres.port() + "/" + name;
            case MYSQL -> "jdbc:mariadb://127.0.0.1:" + RunningMariadb.port() + "/" + name + "?sslMode=trust";
        };
    }

    public String owner() {
        return dialect == Dialect.POSTGRES ? "postgres" : "owner";
    }

    public String ownersPassword() {
        return dialect == Dialect.POSTGRES ? "" : RunningMariadb.PASSWORD;
    }

    /** The schema that tables come into by themselves. */
    public String schema() {
        return dialect == Dialect.POSTGRES ? "public" : name;
    }

    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), owner(), ownersPassword());
    }

    public void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    public DatabaseSource source() {
        return source(reader(), PASSWORD);
    }

    public DatabaseSource source(String user, String password) {
        var kind = dialect == Dialect.POSTGRES ? new PostgresDatabaseKind() : new MysqlDatabaseKind();
        return kind.bind(settings(user, password).build());
    }

    /** The same, as if it were elsewhere. */
    public DatabaseSource at(String address) {
        var settings = settings(reader(), PASSWORD).set(key("url"), Text.of(url().replaceFirst("127[^/]+", address)));
        return (dialect == Dialect.POSTGRES ? new PostgresDatabaseKind() : new MysqlDatabaseKind())
                .bind(settings.build());
    }

    DatabaseReader database(String user, String password) {
        return DatabaseReader.of(dialect, settings(user, password).build());
    }

    public Settings.Builder settings(String user, String password) {
        return Settings.builder()
                .set(key("url"), Text.of(url()))
                .set(key("user"), Text.of(user))
                .set(key("password"), Text.of(password));
    }

    @SuppressWarnings("unchecked")
    private static Key<Text> key(String name) {
        return (Key<Text>) DatabaseReader.KEYS.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    Part<List<LedgerReading>> part(LedgerChoice choice) throws InterruptedException {
        return source().read(
                        new Asked(choice, false, List.of(), Optional.empty()),
                        Deadline.in(Duration.ofSeconds(20), InstantSource.system()))
                .ledgers();
    }

    List<LedgerReading> read(LedgerChoice choice) throws InterruptedException {
        var part = part(choice);
        assertThat(part).isInstanceOf(Part.Seen.class);
        return ((Part.Seen<List<LedgerReading>>) part).seen();
    }

    List<Ledger> ledgers(LedgerChoice choice) throws InterruptedException {
        return read(choice).stream()
                .map(reading -> {
                    assertThat(reading).isInstanceOf(LedgerReading.Seen.class);
                    return ((LedgerReading.Seen) reading).ledger();
                })
                .toList();
    }

    /** The one ledger that there is, recognised by itself. */
    Ledger ledger() throws InterruptedException {
        var ledgers = ledgers(new LedgerChoice.Auto());
        assertThat(ledgers).hasSize(1);
        return ledgers.getFirst();
    }
}
