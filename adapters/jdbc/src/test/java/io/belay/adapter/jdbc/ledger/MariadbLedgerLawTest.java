package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import io.belay.core.ledger.Ledger;
import io.belay.core.migration.LedgerChoice;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class MariadbLedgerLawTest extends LedgerLaws {
    @BeforeEach
    void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }

    @Test
    void aLedgerOfAnotherDatabaseIsFoundWhereItMayBeRead() throws Exception {
        var fresh = Fresh.of(dialect());
        var other = Fresh.of(dialect());
        other.run(Dumps.ALEMBIC.of(dialect()));
        other.run("grant select on " + other.name() + ".* to " + fresh.reader());

        assertThat(fresh.ledgers(new LedgerChoice.Auto()))
                .extracting(Ledger::table)
                .containsExactly(other.name() + ".alembic_version");
        assertThat(fresh.ledgers(new LedgerChoice.Known("alembic", Optional.empty(), Optional.of(other.name()))))
                .hasSize(1);
    }
}
