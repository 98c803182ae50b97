package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;

final class PostgresLiquibaseTest extends LiquibaseClaims {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }
}
