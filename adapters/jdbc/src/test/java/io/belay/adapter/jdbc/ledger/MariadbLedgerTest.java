package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import org.junit.jupiter.api.BeforeEach;

final class MariadbLedgerTest extends LedgerClaims {
    @BeforeEach
    void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }

    @Override
    String take(String key) {
        return "select get_lock('" + key + "', 0)";
    }
}
