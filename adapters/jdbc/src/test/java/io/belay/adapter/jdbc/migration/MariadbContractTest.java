package io.belay.adapter.jdbc.migration;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import org.junit.jupiter.api.BeforeAll;

final class MariadbContractTest extends SourceContract {
    @BeforeAll
    static void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }
}
