package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.lockservice.LockServiceFactory;
import liquibase.resource.DirectoryResourceAccessor;
import liquibase.ui.LoggerUIService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that Liquibase itself wrote. */
abstract class LiquibaseClaims {
    private static final Logger QUIET = Logger.getLogger("liquibase");

    private static final String CHANGES = """
            --liquibase formatted sql
            --changeset ann:users
            create table users (id integer);
            --changeset bob:nothing
            --preconditions onFail:MARK_RAN
            --precondition-sql-check expectedResult:1 select count(*) from users
            create table never (id integer);
            """;

    static {
        QUIET.setLevel(Level.OFF);
    }

    @TempDir
    private Path scripts;

    abstract Dialect dialect();

    @FunctionalInterface
    private interface Work {
        void with(Liquibase liquibase) throws LiquibaseException;
    }

    private String lock() {
        return "update " + (dialect() == Dialect.POSTGRES ? "databasechangeloglock" : "DATABASECHANGELOGLOCK");
    }

    private void liquibase(Fresh fresh, Work work) throws Exception {
        Files.writeString(scripts.resolve("changes.sql"), CHANGES);
        try (var connection = fresh.connect()) {
            var database =
                    DatabaseFactory.getInstance().findCorrectDatabaseImplementation(new JdbcConnection(connection));
            var liquibase = new Liquibase("changes.sql", new DirectoryResourceAccessor(scripts), database);
            // Else it tells the console of every step.
            Scope.child(Scope.Attr.ui, new LoggerUIService(), () -> work.with(liquibase));
        }
    }

    @Test
    void whatLiquibaseAppliedIsReadAsLiquibaseSaysIt() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, Liquibase::update);
        var ledger = fresh.ledger();

        assertThat(ledger.tool()).isEqualTo("liquibase");
        assertThat(ledger.entries())
                .extracting(LedgerEntry::version)
                .containsExactly("changes.sql::users::ann", "changes.sql::nothing::bob");
        assertThat(ledger.entries()).extracting(LedgerEntry::state).containsExactly(State.APPLIED, State.MARKED);
        assertThat(ledger.entries()).allSatisfy(entry -> {
            assertThat(entry.checksum())
                    .hasValueSatisfying(sum -> assertThat(sum).matches("9:[0-9a-f]{32}"));
            assertThat(entry.appliedAt()).isPresent();
        });
        assertThat(ledger.lock()).isEqualTo(new LedgerLock.Free());
    }

    @Test
    void liquibasesLockIsHeldSinceThenByWhomItSays() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, liquibase -> {
            liquibase.update();
            LockServiceFactory.getInstance()
                    .getLockService(liquibase.getDatabase())
                    .acquireLock();
        });
        LockServiceFactory.reset();

        assertThat(fresh.ledger().lock()).isInstanceOfSatisfying(LedgerLock.Held.class, held -> {
            assertThat(held.holder()).isPresent();
            assertThat(held.since())
                    .hasValueSatisfying(since -> assertThat(since)
                            .isBetween(
                                    Instant.now().minus(Duration.ofHours(15)),
                                    Instant.now().plus(Duration.ofHours(15))));
        });
    }

    @Test
    void aStuckLockIsFreedByTheStatementThatIsSaid() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, liquibase -> {
            liquibase.update();
            LockServiceFactory.getInstance()
                    .getLockService(liquibase.getDatabase())
                    .acquireLock();
        });
        LockServiceFactory.reset();
        var held = (LedgerLock.Held) fresh.ledger().lock();
        fresh.run(held.release().orElseThrow());

        assertThat(fresh.ledger().lock()).isEqualTo(new LedgerLock.Free());
    }

    @Test
    void aHolderLivesWhereASessionFromItsAddressDoes() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, Liquibase::update);
        fresh.run(
                lock()
                        + " set locked = true, lockedby = 'job-7 (127.0.0.1)', lockgranted = '2026-01-02 03:04:05' where id = 1");
        try (var _ = DriverManager.getConnection(fresh.url(), fresh.reader(), Fresh.PASSWORD)) {
            assertThat(fresh.ledger().lock()).isInstanceOfSatisfying(LedgerLock.Held.class, held -> {
                assertThat(held.session()).isEqualTo(LedgerLock.Session.LIVES);
                assertThat(held.holder()).contains("job-7 (127.0.0.1)");
                assertThat(held.since())
                        .contains(Instant.parse(
                                dialect() == Dialect.POSTGRES ? "2026-01-02T15:04:05Z" : "2026-01-02T03:04:05Z"));
            });
        }
    }

    /** Liquibase has the server write its clock in the time zone of its session: {@code LOCKGRANTED} names none. */
    @Test
    void aLockThatWasTakenWestOfUtcIsYoung() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, Liquibase::update);
        try (var _ = inServersZone("-08:00")) {
            fresh.run(
                    dialect() == Dialect.POSTGRES ? "set time zone 'America/Los_Angeles'" : "do 1",
                    lock() + " set locked = true, lockedby = 'job-7 (10.1.2.3)', lockgranted = now() where id = 1");
            var since = ((LedgerLock.Held) fresh.ledger().lock()).since();

            assertThat(since)
                    .hasValueSatisfying(
                            at -> assertThat(at).isAfter(Instant.now().minus(Duration.ofMinutes(1))));
        }
    }

    /** MySQL's sessions have the server's zone, PostgreSQL's that of their own machine. */
    private Closing inServersZone(String offset) {
        if (dialect() == Dialect.POSTGRES) {
            return () -> {};
        }
        var server = new Fresh(dialect(), "harbor");
        server.run("set global time_zone = '" + offset + "'");
        return () -> server.run("set global time_zone = 'SYSTEM'");
    }

    /** What is put back. */
    private interface Closing extends AutoCloseable {
        @Override
        void close();
    }

    @Test
    void aHolderIsGoneWhereNobodyElseIsConnected() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, Liquibase::update);
        fresh.run(lock() + " set locked = true, lockedby = 'job-7 (10.1.2.3)' where id = 1");
        var session = LedgerLock.Session.LIVES;
        var end = Instant.now().plus(Duration.ofSeconds(20));
        while (session != LedgerLock.Session.GONE && Instant.now().isBefore(end)) {
            // The sessions of the lines above may take a moment to end.
            session = ((LedgerLock.Held) fresh.ledger().lock()).session();
        }

        assertThat(session).isEqualTo(LedgerLock.Session.GONE);
    }

    @Test
    void whetherAHolderLivesIsNotKnownAmongOthers() throws Exception {
        var fresh = Fresh.of(dialect());
        liquibase(fresh, Liquibase::update);
        fresh.run(lock() + " set locked = true, lockedby = 'job-7 (10.1.2.3)' where id = 1");
        try (var _ = fresh.connect()) {
            assertThat(((LedgerLock.Held) fresh.ledger().lock()).session()).isEqualTo(LedgerLock.Session.UNKNOWN);
        }
    }
}
