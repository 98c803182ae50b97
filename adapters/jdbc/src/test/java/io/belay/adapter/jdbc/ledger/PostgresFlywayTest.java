package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;

final class PostgresFlywayTest extends FlywayClaims {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }
}
