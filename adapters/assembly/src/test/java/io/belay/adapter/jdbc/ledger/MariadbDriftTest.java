package io.belay.adapter.jdbc.ledger;

import io.belay.adapter.jdbc.Dialect;
import io.belay.adapter.jdbc.RunningMariadb;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeEach;

final class MariadbDriftTest extends DriftClaims {
    @BeforeEach
    void needed() {
        RunningMariadb.needed();
    }

    @Override
    Dialect dialect() {
        return Dialect.MYSQL;
    }

    @Override
    String widened() {
        return "alter table orders modify placed bigint";
    }

    @Override
    void lettingSee(Fresh fresh) {
        fresh.run("grant process on *.* to " + fresh.reader());
    }

    /** The change waits for somebody who has read the table. */
    @Override
    FutureTask<Boolean> adding(Fresh fresh, Holding holding) throws Exception {
        holding.keep("select * from orders");
        var adding = new FutureTask<>(() -> {
            fresh.run("alter table orders add column note text");
            return true;
        });
        Thread.ofVirtual().start(adding);
        until(
                fresh,
                "select count(*) from information_schema.processlist where db = '" + fresh.name()
                        + "' and state like 'Waiting for%metadata lock'");
        return adding;
    }
}
