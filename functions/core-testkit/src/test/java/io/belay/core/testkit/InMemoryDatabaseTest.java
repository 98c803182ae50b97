package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Value;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerEntry;
import io.belay.core.ledger.LedgerLock;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.RowQuery;
import io.belay.core.probe.Target;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;

final class InMemoryDatabaseTest extends DatabaseSourceContract {
    private static final LedgerEntry FIRST = new LedgerEntry(
            1,
            "1",
            "",
            LedgerEntry.State.APPLIED,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    @Override
    protected DatabaseSource migrated() {
        return new InMemoryDatabase("shop")
                .with(new Ledger("flyway", "history", List.of(FIRST), List.of(), new LedgerLock.Free(), List.of()))
                .answering("one", Value.of(1))
                .answering("nothing", Value.absent());
    }

    @Override
    protected DatabaseSource empty() {
        return new InMemoryDatabase("shop");
    }

    @Override
    protected DatabaseSource refusing() {
        return new InMemoryDatabase("shop").faulty(Fault.Kind.UNREACHABLE, "nobody there");
    }

    @Override
    protected DatabaseSource silent() {
        return new Silent();
    }

    @Override
    protected RowQuery one() {
        return query("one");
    }

    @Override
    protected RowQuery nothing() {
        return query("nothing");
    }

    @Override
    protected RowQuery broken() {
        return query("broken");
    }

    private static RowQuery query(String sql) {
        return new RowQuery(Text.of(sql), List.of());
    }

    /** Says nothing until the deadline, as a good adapter hears it. */
    private record Silent() implements DatabaseSource {
        @Override
        public Target target() {
            return new Target("memory:silent", "silent");
        }

        @Override
        public String engine() {
            return "memory";
        }

        @Override
        public DatabaseReading read(Asked asked, Deadline deadline) throws InterruptedException {
            Thread.sleep(deadline.remaining());
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "it said nothing"));
        }
    }
}
