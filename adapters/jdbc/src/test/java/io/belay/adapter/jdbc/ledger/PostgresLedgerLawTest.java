package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Fault;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerReading;
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
}
