package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import org.junit.jupiter.api.BeforeEach;

final class MariadbLiquibaseTest extends LiquibaseClaims {
    @BeforeEach
    void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }
}
