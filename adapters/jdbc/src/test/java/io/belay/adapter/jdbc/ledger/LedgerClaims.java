package io.belay.adapter.jdbc.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerLock;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What each tool's ledger says, on either engine. */
abstract class LedgerClaims {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    abstract Dialect dialect();

    /** Holds the lock {@code key} in this session. */
    abstract String take(String key);

    private Fresh with(Dumps dump) {
        var fresh = Fresh.of(dialect());
        fresh.run(dump.of(dialect()));
        return fresh;
    }

    private Ledger read(Dumps dump) throws InterruptedException {
        return with(dump).ledger();
    }

    private static List<String> versions(Ledger ledger) {
        return ledger.entries().stream().map(LedgerEntry::version).toList();
    }

    private static List<State> states(Ledger ledger) {
        return ledger.entries().stream().map(LedgerEntry::state).toList();
    }

    /** The lock that is seen while another session holds the tool's own. */
    private LedgerLock.Held held(Fresh fresh, String key) throws InterruptedException, SQLException {
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(take(key));
            var lock = fresh.ledger().lock();

            assertThat(lock).isInstanceOf(LedgerLock.Held.class);
            return (LedgerLock.Held) lock;
        }
    }

    @Test
    void alembicKeepsSeveralHeads() throws Exception {
        var ledger = read(Dumps.ALEMBIC);

        assertThat(ledger.tool()).isEqualTo("alembic");
        assertThat(ledger.heads()).containsExactly("9f3c1e", "a41b77");
        assertThat(ledger.lock()).isInstanceOf(LedgerLock.Unseen.class);
    }

    @Test
    void prismaTellsWhatWasAppliedWhatFailedAndWhatWasTakenBack() throws Exception {
        var ledger = read(Dumps.PRISMA);

        assertThat(ledger.tool()).isEqualTo("prisma");
        assertThat(versions(ledger)).containsExactly("1_init", "2_roles", "2_roles", "3_resolved", "4_last");
        assertThat(states(ledger))
                .containsExactly(State.APPLIED, State.FAILED, State.UNDONE, State.MARKED, State.FAILED);
        assertThat(ledger.entries().getFirst())
                .isEqualTo(new LedgerEntry(
                        1,
                        "1_init",
                        "",
                        State.APPLIED,
                        Optional.of(THEN),
                        Optional.of("aa11"),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.empty()));
    }

    @Test
    void prismaRunsWhileItsLockIsHeld() throws Exception {
        var fresh = with(Dumps.PRISMA);
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(take(dialect() == Dialect.POSTGRES ? "72707369" : "prisma_migrate"));

            assertThat(states(fresh.ledger())).endsWith(State.RUNNING).contains(State.FAILED);
        }
    }

    @Test
    void knexIsFreeUntilItsRowSaysOtherwise() throws Exception {
        var fresh = with(Dumps.KNEX);
        var free = fresh.ledger();
        fresh.run("update knex_migrations_lock set is_locked = 1");
        var locked = fresh.ledger();

        assertThat(versions(free)).containsExactly("1_users.js", "2_roles.js");
        assertThat(free.entries().getFirst().appliedAt()).contains(THEN);
        assertThat(free.lock()).isEqualTo(new LedgerLock.Free());
        assertThat(locked.lock())
                .isInstanceOfSatisfying(
                        LedgerLock.Held.class,
                        held -> assertThat(held.release())
                                .hasValueSatisfying(sql -> assertThat(sql)
                                        .contains("knex_migrations_lock")
                                        .endsWith("set is_locked = 0")));
    }

    @Test
    void whatItSaysWouldFreeALockFreesIt() throws Exception {
        var fresh = with(Dumps.KNEX);
        fresh.run("update knex_migrations_lock set is_locked = 1");
        var held = (LedgerLock.Held) fresh.ledger().lock();
        fresh.run(held.release().orElseThrow());

        assertThat(fresh.ledger().lock()).isEqualTo(new LedgerLock.Free());
    }

    @Test
    void typeormNamesItsMigrations() throws Exception {
        var ledger = read(Dumps.TYPEORM);

        assertThat(ledger.tool()).isEqualTo("typeorm");
        assertThat(versions(ledger)).containsExactly("Init1704164645000");
        assertThat(states(ledger)).containsExactly(State.APPLIED);
    }

    @Test
    void sequelizeNamesItsMigrationsInOrder() throws Exception {
        var ledger = read(Dumps.SEQUELIZE);

        assertThat(ledger.tool()).isEqualTo("sequelize");
        assertThat(versions(ledger)).containsExactly("1-users.js", "2-roles.js");
    }

    @Test
    void djangoKnowsAMigrationByItsApp() throws Exception {
        var ledger = read(Dumps.DJANGO);

        assertThat(ledger.tool()).isEqualTo("django");
        assertThat(versions(ledger)).containsExactly("auth.0001_initial");
        assertThat(ledger.entries().getFirst().appliedAt()).contains(THEN);
    }

    @Test
    void railsIsToldFromDbmateByItsSecondTable() throws Exception {
        var rails = read(Dumps.RAILS);
        var dbmate = read(Dumps.DBMATE);

        assertThat(rails.tool()).isEqualTo("rails");
        assertThat(versions(rails)).containsExactly("20260101000000", "20260102030405");
        assertThat(dbmate.tool()).isEqualTo("dbmate");
    }

    @Test
    void railsHoldsALockOfItsDatabase() throws Exception {
        var fresh = with(Dumps.RAILS);
        var checksum = new CRC32();
        checksum.update(fresh.name().getBytes(UTF_8));
        var held = held(fresh, String.valueOf(2_053_462_845L * checksum.getValue()));

        assertThat(held.session()).isEqualTo(LedgerLock.Session.LIVES);
    }

    @Test
    void golangMigrateIsDirtyOrRunning() throws Exception {
        var fresh = with(Dumps.GOLANG_MIGRATE);
        var dirty = fresh.ledger();
        fresh.run("update schema_migrations set dirty = false");
        var clean = fresh.ledger();

        assertThat(dirty.tool()).isEqualTo("golang-migrate");
        assertThat(versions(dirty)).containsExactly("7");
        assertThat(dirty.dirty()).isTrue();
        assertThat(clean.dirty()).isFalse();
    }

    @Test
    void golangMigrateRunsWhileItsLockIsHeld() throws Exception {
        var fresh = with(Dumps.GOLANG_MIGRATE);
        var checksum = new CRC32();
        var names = dialect() == Dialect.POSTGRES
                ? "public\0schema_migrations\0/" + fresh.name()
                : fresh.name() + ":schema_migrations";
        checksum.update(names.getBytes(UTF_8));
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(take(String.valueOf(checksum.getValue() * 1_486_364_155L % (1L << 32))));

            assertThat(states(fresh.ledger())).containsExactly(State.RUNNING);
        }
    }

    @Test
    void atlasTellsABaselineAnErrorAndAHalfDoneOne() throws Exception {
        var ledger = read(Dumps.ATLAS);

        assertThat(ledger.tool()).isEqualTo("atlas");
        assertThat(states(ledger)).containsExactly(State.BASELINE, State.APPLIED, State.FAILED, State.FAILED);
        assertThat(ledger.entries().get(1))
                .isEqualTo(new LedgerEntry(
                        2,
                        "2",
                        "users",
                        State.APPLIED,
                        Optional.of(THEN),
                        Optional.of("abc="),
                        Optional.of(Duration.ofNanos(1_500_000)),
                        Optional.of("Atlas CLI v1")));
    }

    /** The number is FNV-1 of {@code atlas_migrate_execute}, in 32 bits. */
    @Test
    void atlasRunsWhileItsLockIsHeld() throws Exception {
        var fresh = with(Dumps.ATLAS);
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(take(
                    dialect() == Dialect.POSTGRES
                            ? LockKeys.atlas(POSTGRES_PLACE).getFirst()
                            : "atlas_migrate_execute"));

            assertThat(states(fresh.ledger()))
                    .containsExactly(State.BASELINE, State.APPLIED, State.FAILED, State.RUNNING);
        }
    }

    private static final Place POSTGRES_PLACE = new Place(Dialect.POSTGRES, "d", "public", "t", List.of());

    @Test
    void gooseTakesTheLastRowOfAVersion() throws Exception {
        var ledger = read(Dumps.GOOSE);

        assertThat(ledger.tool()).isEqualTo("goose");
        assertThat(versions(ledger)).containsExactly("0", "1", "2", "2");
        assertThat(states(ledger)).containsExactly(State.BASELINE, State.APPLIED, State.UNDONE, State.UNDONE);
        assertThat(ledger.entries().get(1).appliedAt()).contains(THEN);
    }

    /** Its programs ask for one in PostgreSQL alone: the first number is that of 3.26 and later. */
    @ParameterizedTest
    @ValueSource(strings = {"4097083626", "5887940537704921958"})
    void goosesLockIsASessions(String key) throws Exception {
        var fresh = with(Dumps.GOOSE);
        if (dialect() == Dialect.MYSQL) {
            assertThat(fresh.ledger().lock()).isInstanceOf(LedgerLock.Unseen.class);
            return;
        }

        assertThat(held(fresh, key).session()).isEqualTo(LedgerLock.Session.LIVES);
    }

    /** Pomelo's provider, and Oracle's; in PostgreSQL the ledger itself is locked, against every reader. */
    @ParameterizedTest
    @ValueSource(strings = {"__DATABASE_EFMigrationsLock", "__EFMigrationsLock"})
    void entityFrameworkCoreHoldsANamedLock(String key) throws Exception {
        var fresh = with(Dumps.EF_CORE);
        if (dialect() == Dialect.POSTGRES) {
            assertThat(fresh.ledger().lock()).isInstanceOf(LedgerLock.Unseen.class);
            return;
        }

        assertThat(held(fresh, key.replace("DATABASE", fresh.name())).session()).isEqualTo(LedgerLock.Session.LIVES);
    }

    /** The command line opens a URL, whose path begins with a slash; a program may open a connection. */
    @ParameterizedTest
    @ValueSource(strings = {"/", ""})
    void golangMigratesKeyHasTheUrlsPathOrTheName(String slash) throws Exception {
        var fresh = with(Dumps.GOLANG_MIGRATE);
        var checksum = new CRC32();
        var names = dialect() == Dialect.POSTGRES
                ? "public\0schema_migrations\0" + slash + fresh.name()
                : fresh.name() + ":schema_migrations";
        checksum.update(names.getBytes(UTF_8));

        assertThat(held(fresh, String.valueOf(checksum.getValue() * 1_486_364_155L % (1L << 32)))
                        .session())
                .isEqualTo(LedgerLock.Session.LIVES);
    }

    @Test
    void entityFrameworkCoreIsRecognisedInItsOwnCase() throws Exception {
        var ledger = read(Dumps.EF_CORE);

        assertThat(ledger.tool()).isEqualTo("ef-core");
        assertThat(versions(ledger)).containsExactly("20260102030405_Init");
    }
}
