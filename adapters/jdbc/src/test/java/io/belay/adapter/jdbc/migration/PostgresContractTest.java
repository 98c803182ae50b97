package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;

final class PostgresContractTest extends SourceContract {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }
}
