package io.belay.adapter.jdbc.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.jdbc.Dialect;
import io.belay.core.Verdict;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PostgresDriftTest extends DriftClaims {
    @Override
    Dialect dialect() {
        return Dialect.POSTGRES;
    }

    @Override
    String widened() {
        return "alter table orders alter column placed type bigint";
    }

    @Override
    void lettingSee(Fresh fresh) {
        // Anybody sees who holds a lock.
    }

    /** The transaction of the change stays open. */
    @Override
    FutureTask<Boolean> adding(Fresh fresh, Holding holding) throws Exception {
        holding.keep("alter table orders add column note text");
        var done = new FutureTask<>(() -> true);
        done.run();
        return done;
    }

    @Test
    void anIndexThatIsInvalidIsALine(@TempDir Path folder) throws Exception {
        var run = new Run(folder, Fresh.of(dialect()));
        run.fresh().run("create table t (a integer)", "create index t_a on t (a)");
        record(run);
        run.fresh().run("update pg_index set indisvalid = false where indexrelid = 't_a'::regclass");
        var report = run.report(BY_BASELINE);

        assertThat(report.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(Run.said(report)).containsExactly("t: index t_a: valid | invalid, queries do not use it");
    }
}
