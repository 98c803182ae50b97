package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerEntry.State;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.LedgerChoice;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What holds of every ledger, on either engine. */
abstract class LedgerLaws {
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");

    abstract Dialect dialect();

    private Fresh with(Dumps dump) {
        var fresh = Fresh.of(dialect());
        fresh.run(dump.of(dialect()));
        return fresh;
    }

    private static List<String> versions(Ledger ledger) {
        return ledger.entries().stream().map(LedgerEntry::version).toList();
    }

    private static List<State> states(Ledger ledger) {
        return ledger.entries().stream().map(LedgerEntry::state).toList();
    }

    @Test
    void aTableOfOnesOwnIsReadAsTheFileSays() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(
                "create table _migrations (version integer, applied_at timestamp null, ok boolean, note text)",
                "insert into _migrations values (2, '2026-01-03 00:00:00', false, 'roles'),"
                        + " (1, '2026-01-02 03:04:05', true, 'users')");
        var ledger = fresh.ledgers(new LedgerChoice.Custom(
                        "_migrations",
                        Optional.empty(),
                        "version",
                        Optional.of("applied_at"),
                        Optional.of("ok"),
                        Optional.empty(),
                        Optional.of("note")))
                .getFirst();

        assertThat(versions(ledger)).containsExactly("1", "2");
        assertThat(states(ledger)).containsExactly(State.APPLIED, State.FAILED);
        assertThat(ledger.entries().getFirst().description()).isEqualTo("users");
        assertThat(ledger.entries().getFirst().appliedAt()).contains(THEN);
    }

    @Test
    void hostileNamesAndContentsAreData() throws Exception {
        var table = "w\"ei`rd'; drop table _migrations; -- {?} \u00fc";
        var column = "ver\"s`ion?{'";
        var fresh = Fresh.of(dialect());
        fresh.run("create table _migrations (version integer)");
        try (var owner = fresh.connect();
                var statement = owner.createStatement()) {
            statement.setEscapeProcessing(false);
            statement.execute(
                    "create table " + dialect().quoted(table) + " (" + dialect().quoted(column) + " text)");
            statement.execute("insert into " + dialect().quoted(table) + " values ('1''; drop table _migrations; --')");
        }
        var ledger = fresh.ledgers(new LedgerChoice.Custom(
                        table,
                        Optional.of(fresh.schema()),
                        column,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .getFirst();

        assertThat(versions(ledger)).containsExactly("1'; drop table _migrations; --");
        assertThat(ledger.table()).isEqualTo(fresh.schema() + "." + table);
    }

    @Test
    void severalLedgersOfOneDatabaseAreAllFound() throws Exception {
        var fresh = with(Dumps.ALEMBIC);
        fresh.run(Dumps.GOLANG_MIGRATE.of(dialect()));
        fresh.run(Dumps.EF_CORE.of(dialect()));

        assertThat(fresh.ledgers(new LedgerChoice.Auto()))
                .extracting(Ledger::tool)
                .containsExactlyInAnyOrder("alembic", "golang-migrate", "ef-core");
        assertThat(fresh.ledgers(new LedgerChoice.Known("alembic", Optional.empty(), Optional.empty())))
                .extracting(Ledger::tool)
                .containsExactly("alembic");
    }

    @Test
    void aTableThatOnlySharesTheNameIsNoLedger() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run("create table migrations (id integer, migration varchar(255), batch integer)");

        assertThat(fresh.part(new LedgerChoice.Auto()))
                .isEqualTo(new Part.Unread<>(new Fault(
                        Fault.Kind.NOT_FOUND,
                        "no ledger that is known: " + fresh.schema() + ".migrations has other columns")));
    }

    @Test
    void noLedgerIsNotFound() throws Exception {
        var fresh = Fresh.of(dialect());

        assertThat(fresh.part(new LedgerChoice.Known("flyway", Optional.of("history"), Optional.empty())))
                .isInstanceOfSatisfying(Part.Unread.class, unread -> {
                    assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND);
                    assertThat(unread.fault().message()).contains("history");
                });
        assertThat(fresh.part(new LedgerChoice.Auto()))
                .isInstanceOfSatisfying(
                        Part.Unread.class,
                        unread -> assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }

    @Test
    void aWrongPasswordIsDeniedAndNotSaid() {
        var fresh = with(Dumps.ALEMBIC);
        var source = fresh.source(fresh.reader(), "canary-wrong");
        var asked = new Asked(new LedgerChoice.Auto(), false, List.of(), Optional.empty());

        assertThatThrownBy(() -> source.read(asked, Deadline.in(Duration.ofSeconds(20), InstantSource.system())))
                .isInstanceOfSatisfying(PortException.class, refused -> {
                    assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.DENIED);
                    assertThat(refused).hasMessageNotContaining("canary-wrong").hasNoCause();
                });
    }

    @Test
    void nothingCanBeWrittenEvenByAnOwner() {
        var fresh = with(Dumps.ALEMBIC);
        var database = fresh.database(fresh.owner(), fresh.ownersPassword());

        assertThatThrownBy(() ->
                        database.read(Deadline.in(Duration.ofSeconds(20), InstantSource.system()), (connection, _) -> {
                            try (var statement = connection.createStatement()) {
                                return statement.executeUpdate("delete from alembic_version");
                            }
                        }))
                .isInstanceOf(PortException.class)
                .hasMessageMatching("(?i).*read.only transaction.*");
    }

    @Test
    void tenThousandEntriesAreReadInOrder() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(Dumps.DBMATE.of(dialect())[0]);
        try (var owner = fresh.connect();
                var insert = owner.prepareStatement("insert into schema_migrations values (?)")) {
            owner.setAutoCommit(false);
            for (int i = 0; i < 10_000; i++) {
                insert.setString(1, "%014d".formatted(i));
                insert.addBatch();
            }
            insert.executeBatch();
            owner.commit();
        }
        var ledger = fresh.ledger();

        assertThat(ledger.entries()).hasSize(10_000);
        assertThat(ledger.entries().getLast().rank()).isEqualTo(10_000);
        assertThat(versions(ledger)).isSorted();
        assertThat(ledger.notes()).isEmpty();
    }

    @Test
    void aMigrationOnAnotherTableIsNotWaitedFor() throws Exception {
        var fresh = with(Dumps.ALEMBIC);
        fresh.run("create table orders (id integer)");
        try (var migration = fresh.connect();
                var statement = migration.createStatement()) {
            statement.execute(dialect() == Dialect.POSTGRES ? "begin" : "lock tables orders write");
            statement.execute("alter table orders add ref text");

            assertThat(fresh.ledger().heads()).hasSize(2);
        }
    }

    @Test
    void aLedgerThatSomebodyKeepsForHimselfIsGivenUpAndTheOthersRead() throws Exception {
        var fresh = with(Dumps.ALEMBIC);
        fresh.run(Dumps.EF_CORE.of(dialect()));
        try (var migration = fresh.connect();
                var statement = migration.createStatement()) {
            migration.setAutoCommit(false);
            statement.execute(
                    dialect() == Dialect.POSTGRES
                            ? "alter table alembic_version add extra text"
                            : "lock tables alembic_version write");
            var readings = fresh.read(new LedgerChoice.Auto());

            assertThat(readings).hasSize(2);
            assertThat(readings)
                    .filteredOn(LedgerReading.Seen.class::isInstance)
                    .hasSize(1);
            assertThat(readings)
                    .filteredOn(LedgerReading.Unread.class::isInstance)
                    .singleElement()
                    .isInstanceOfSatisfying(LedgerReading.Unread.class, unread -> {
                        assertThat(unread.tool()).isEqualTo("alembic");
                        assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT);
                    });
        }
    }

    @Test
    void anAlterOfTheLedgerItselfDoesNotWaitForReaders() throws Exception {
        var fresh = with(Dumps.ALEMBIC);
        var reading = Thread.ofVirtual().unstarted(() -> {
            try {
                while (!Thread.currentThread().isInterrupted()) {
                    fresh.read(new LedgerChoice.Auto());
                }
            } catch (InterruptedException | PortException _) {
                // The test is over.
            }
        });
        reading.start();
        try (var migration = fresh.connect();
                var statement = migration.createStatement()) {
            statement.execute(
                    dialect() == Dialect.POSTGRES ? "set lock_timeout = '2s'" : "set session lock_wait_timeout = 2");
            for (int i = 0; i < 20; i++) {
                statement.execute("alter table alembic_version add extra_" + i + " integer");
            }
        }
        reading.interrupt();
        reading.join(Duration.ofSeconds(20));

        assertThat(reading.isAlive()).isFalse();
        assertThat(fresh.ledger().heads()).hasSize(2);
    }
}
