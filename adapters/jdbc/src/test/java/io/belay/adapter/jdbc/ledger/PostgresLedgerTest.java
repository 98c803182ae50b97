package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.ledger.LedgerLock;
import java.util.List;
import org.junit.jupiter.api.Test;

final class PostgresLedgerTest extends LedgerClaims {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    String take(String key) {
        return "select pg_advisory_lock(" + key + ")";
    }

    @Test
    void gooseHoldsItsLockWhereItIsAskedTo() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(Dumps.GOOSE.of(dialect()));
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute(take("5887940537704921958"));

            assertThat(fresh.ledger().lock()).isInstanceOf(LedgerLock.Held.class);
        }
    }

    @Test
    void aLockOfAnotherKeyIsNotTheTools() throws Exception {
        var fresh = Fresh.of(dialect());
        fresh.run(Dumps.PRISMA.of(dialect()));
        try (var holder = fresh.connect();
                var statement = holder.createStatement()) {
            statement.execute("select pg_advisory_lock(0, 72707369), pg_advisory_lock(72707370)");

            assertThat(List.of(fresh.ledger().lock())).containsExactly(new LedgerLock.Free());
        }
    }
}
