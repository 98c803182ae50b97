package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.FutureTask;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.database.postgresql.PostgreSQLConfigurationExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ledgers that Flyway itself wrote. */
abstract class FlywayClaims {
    @TempDir
    private Path scripts;

    abstract Dialect dialect();

    private Flyway flyway(Fresh fresh) {
        return Flyway.configure()
                .dataSource(fresh.url(), fresh.owner(), fresh.ownersPassword())
                .locations("filesystem:" + scripts)
                .baselineVersion("0")
                .load();
    }

    private void script(String name, String sql) throws IOException {
        Files.writeString(scripts.resolve(name), sql);
    }

    @Test
    void whatFlywayAppliedIsReadAsFlywaySaysIt() throws Exception {
        var fresh = Fresh.of(dialect());
        script("V1__the_users.sql", "create table users (id integer);\n-- \u00fc\n");
        script("V2.1__roles.sql", "create table roles (id integer);");
        script("R__counts.sql", "create or replace view counts as select count(*) as c from users;");
        var flyway = flyway(fresh);
        flyway.baseline();
        flyway.migrate();
        var ledger = fresh.ledger();

        assertThat(ledger.tool()).isEqualTo("flyway");
        assertThat(ledger.entries()).extracting(LedgerEntry::version).containsExactly("0", "1", "2.1", "");
        assertThat(ledger.entries())
                .extracting(LedgerEntry::state)
                .containsExactly(State.BASELINE, State.APPLIED, State.APPLIED, State.APPLIED);
        assertThat(ledger.entries().stream()
                        .skip(1)
                        .map(entry -> entry.checksum().orElseThrow()))
                .containsExactlyElementsOf(Arrays.stream(flyway.info().applied())
                        .skip(1)
                        .map(MigrationInfo::getChecksum)
                        .map(String::valueOf)
                        .toList());
        assertThat(ledger.entries()).allSatisfy(entry -> {
            assertThat(entry.took()).isPresent();
            assertThat(entry.by()).isPresent();
        });
        assertThat(ledger.lock()).isEqualTo(new LedgerLock.Free());
        assertThat(ledger.dirty()).isFalse();
    }

    @Test
    void whatFlywayFailedAtIsFailed() throws Exception {
        var fresh = Fresh.of(dialect());
        script("V1__fails.sql", "create table half (id integer);\nselect 1 from nowhere;");
        script("V1__fails.sql.conf", "executeInTransaction=false");

        // Else its transaction takes the failed entry back with it: PostgreSQL can undo a table.
        var configuration = Flyway.configure().configuration(flyway(fresh).getConfiguration());
        if (dialect() == Dialect.POSTGRES) {
            configuration
                    .getConfigurationExtension(PostgreSQLConfigurationExtension.class)
                    .setTransactionalLock(false);
        }

        assertThatThrownBy(() -> configuration.load().migrate()).isInstanceOf(RuntimeException.class);
        assertThat(fresh.ledger().entries()).extracting(LedgerEntry::state).containsExactly(State.FAILED);
        assertThat(fresh.ledger().dirty()).isTrue();
    }

    /** The migration waits for somebody who holds its table; nobody waits for us. */
    @Test
    void flywaysLockIsHeldWhileItMigrates() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run("create table users (id integer)");
        script("V1__adds.sql", "alter table users add ref integer;");
        var flyway = flyway(fresh);
        flyway.baseline();
        var migrating = new FutureTask<>(flyway::migrate);
        LedgerLock seen = new LedgerLock.Free();
        try (var other = fresh.connect();
                var statement = other.createStatement()) {
            other.setAutoCommit(false);
            statement.execute(
                    dialect() == Dialect.POSTGRES
                            ? "lock table users in access exclusive mode"
                            : "lock tables users write");
            Thread.ofVirtual().start(migrating);
            var end = Instant.now().plus(Duration.ofSeconds(20));
            while (!(seen instanceof LedgerLock.Held) && Instant.now().isBefore(end)) {
                seen = fresh.ledger().lock();
            }
        }
        migrating.get();

        assertThat(seen).isInstanceOfSatisfying(LedgerLock.Held.class, held -> {
            assertThat(held.session()).isEqualTo(LedgerLock.Session.LIVES);
            assertThat(held.release()).isPresent();
        });
        assertThat(fresh.ledger().lock()).isEqualTo(new LedgerLock.Free());
        assertThat(fresh.ledger().entries()).hasSize(2);
    }
}
