package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.LedgerChoice;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class PostgresLedgerLawTest extends LedgerLaws {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Test
    void aDeniedLedgerIsSaidAndTheOthersRead() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(Dumps.ALEMBIC.of(dialect()));
        fresh.run(Dumps.EF_CORE.of(dialect()));
        fresh.run("revoke select on alembic_version from " + fresh.reader());
        var readings = fresh.read(new LedgerChoice.Auto());

        assertThat(readings).filteredOn(LedgerReading.Seen.class::isInstance).hasSize(1);
        assertThat(readings)
                .filteredOn(LedgerReading.Unread.class::isInstance)
                .singleElement()
                .isInstanceOfSatisfying(
                        LedgerReading.Unread.class,
                        unread -> assertThat(unread.fault().kind()).isEqualTo(Fault.Kind.DENIED));
    }

    @Test
    void aLedgerOutsideTheSearchPathIsFound() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run("create schema \"Odd.\"\"one\"", "set search_path = \"Odd.\"\"one\"");
        fresh.run("create table \"Odd.\"\"one\".alembic_version (version_num varchar(32))");

        assertThat(fresh.ledgers(new LedgerChoice.Auto()))
                .extracting(Ledger::table)
                .containsExactly("Odd.\"one.alembic_version");
        assertThat(fresh.ledgers(new LedgerChoice.Known("alembic", Optional.empty(), Optional.of("Odd.\"one"))))
                .hasSize(1);
    }

    @Test
    void onlyTheNewestOfVeryManyEntriesAreReadAndThatIsSaid() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(
                Dumps.ALEMBIC.of(dialect())[0],
                "insert into alembic_version select lpad(n::text, 6, '0') from generate_series(1, 50001) n");
        var ledger = fresh.ledger();

        assertThat(ledger.entries()).hasSize(50_000);
        assertThat(ledger.entries().getFirst().version()).isEqualTo("000002");
        assertThat(ledger.notes()).containsExactly("only the newest 50000 entries were read");
    }

    @Test
    void aLockTableThatMayNotBeReadLeavesTheLedgerReadable() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(Dumps.KNEX.of(dialect()));
        fresh.run("revoke select on knex_migrations_lock from " + fresh.reader());

        assertThat(fresh.ledger().lock())
                .isEqualTo(new LedgerLock.Unseen("this user may not read public.knex_migrations_lock"));
        assertThat(fresh.ledger().entries()).hasSize(2);
    }

    @Test
    void whereNoTimeIsLeftNothingIsAsked() {
        var fresh = Fresh.of(dialect());
        var asked = new Asked(new LedgerChoice.Auto(), false, List.of(), Optional.empty());

        assertThatThrownBy(() -> fresh.source().read(asked, Deadline.in(Duration.ZERO, InstantSource.system())))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.TIMED_OUT));
    }
}
