package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.DatabaseReader;
import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import io.belay.adapter.jdbc.RunningPostgres;
import io.belay.core.Deadline;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** A database of a test's own, its owner, and a role that may do nothing but read its tables. */
record Fresh(Dialect dialect, String name) {
    static final String PASSWORD = "canary-of-readers";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    static Fresh of(Dialect dialect) {
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
                                "create database " + fresh.name,
                                "create user " + reader + " identified by '" + PASSWORD + "'",
                                "grant select on " + fresh.name + ".* to " + reader);
        }
        return fresh;
    }

    String reader() {
        return name + "_reader";
    }

    String url() {
        return switch (dialect) {
            case POSTGRES -> "jdbc:postgresql://127.0.0.1:" + RunningPostgres.port() + "/" + name;
            case MYSQL -> "jdbc:mariadb://127.0.0.1:" + RunningMariadb.port() + "/" + name;
        };
    }

    String owner() {
        return dialect == Dialect.POSTGRES ? "postgres" : "owner";
    }

    String ownersPassword() {
        return dialect == Dialect.POSTGRES ? "" : RunningMariadb.PASSWORD;
    }

    /** The schema that tables come into by themselves. */
    String schema() {
        return dialect == Dialect.POSTGRES ? "public" : name;
    }

    Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), owner(), ownersPassword());
    }

    void run(String... statements) {
        try (var connection = connect();
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    DatabaseReader database() {
        return database(reader(), PASSWORD);
    }

    DatabaseReader database(String user, String password) {
        return DatabaseReader.of(
                dialect,
                Settings.builder()
                        .set(key("url"), Text.of(url()))
                        .set(key("user"), Text.of(user))
                        .set(key("password"), Text.of(password))
                        .build());
    }

    @SuppressWarnings("unchecked")
    private static Key<Text> key(String name) {
        return (Key<Text>) DatabaseReader.KEYS.stream()
                .filter(key -> key.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    List<LedgerReading> read(LedgerChoice choice) throws InterruptedException {
        return new JdbcLedgerSource(database(), choice)
                .read(Deadline.in(Duration.ofSeconds(20), InstantSource.system()));
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
