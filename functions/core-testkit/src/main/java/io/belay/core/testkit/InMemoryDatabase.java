package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.Severity;
import io.belay.core.fact.Value;
import io.belay.core.ledger.Ledger;
import io.belay.core.ledger.LedgerReading;
import io.belay.core.migration.Asked;
import io.belay.core.migration.DatabaseReading;
import io.belay.core.migration.DatabaseReading.Change;
import io.belay.core.migration.DatabaseReading.Part;
import io.belay.core.migration.DatabaseReading.Server;
import io.belay.core.migration.DatabaseSource;
import io.belay.core.migration.DatabaseSpec;
import io.belay.core.migration.Expected;
import io.belay.core.migration.LedgerChoice;
import io.belay.core.migration.RowQuery;
import io.belay.core.probe.Target;
import io.belay.core.schema.Picture;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;

/** A database that a test fills. It answers what it is asked for and no more; its clock stands at {@link TestingTime#START}. */
public final class InMemoryDatabase implements DatabaseSource {
    private final String name;
    private final List<LedgerReading> ledgers = new ArrayList<>();
    private final Map<String, Value> rows = new HashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private Server server = new Server("PostgreSQL", "17.2", false);
    private Picture schema = Picture.of("postgres", List.of());
    private Duration latency = Duration.ofMillis(2);
    private Optional<Fault> unreadable = Optional.empty();
    private Before before = () -> {};

    /** What happens before it answers. */
    @FunctionalInterface
    public interface Before {
        /** Returns once it may answer; or throws. */
        void answering() throws InterruptedException;
    }

    /** An empty one. */
    public InMemoryDatabase(String name) {
        this.name = name;
    }

    /** With {@code ledger} in it. */
    public InMemoryDatabase with(Ledger ledger) {
        return with(new LedgerReading.Seen(ledger));
    }

    /** With a ledger in it that reads as {@code reading}. */
    public InMemoryDatabase with(LedgerReading reading) {
        ledgers.add(reading);
        return this;
    }

    /** With another schema. */
    public InMemoryDatabase with(Picture other) {
        schema = other;
        return this;
    }

    /** With another server. */
    public InMemoryDatabase with(Server other) {
        server = other;
        return this;
    }

    /** With somebody at work on it. */
    public InMemoryDatabase with(Change change) {
        changes.add(change);
        return this;
    }

    /** Finds {@code value} where it is asked {@code sql}; it does not know any other query. */
    public InMemoryDatabase answering(String sql, Value value) {
        rows.put(sql, value);
        return this;
    }

    /** Answers a sampled query in {@code span}. */
    public InMemoryDatabase within(Duration span) {
        latency = span;
        return this;
    }

    /** Lets itself be asked, and lets no part of it be read. */
    public InMemoryDatabase denying(String message) {
        unreadable = Optional.of(new Fault(Fault.Kind.DENIED, message));
        return this;
    }

    /** Does {@code first} whenever it is asked. */
    public InMemoryDatabase after(Before first) {
        before = first;
        return this;
    }

    /** Cannot be asked. */
    public InMemoryDatabase faulty(Fault.Kind kind, String message) {
        return after(() -> {
            throw new PortException(new Fault(kind, message));
        });
    }

    /** Never answers, whatever the deadline: what a broken adapter would do. */
    public InMemoryDatabase hanging() {
        return after(() -> new CountDownLatch(1).await());
    }

    /** What a system file says that names it and expects nothing of it. */
    public DatabaseSpec spec() {
        return new DatabaseSpec(
                name,
                Severity.CRITICAL,
                this,
                new LedgerChoice.None(),
                List.of(),
                Expected.NOTHING,
                DatabaseSpec.Tolerance.USUAL);
    }

    @Override
    public Target target() {
        return new Target("memory:" + name, name);
    }

    @Override
    public String engine() {
        return "memory";
    }

    @Override
    public DatabaseReading read(Asked asked, Deadline deadline) throws InterruptedException {
        before.answering();
        return new DatabaseReading(
                server,
                TestingTime.START,
                ledgers(asked.ledgers()),
                asked.schema() ? Optional.of(part(schema)) : Optional.empty(),
                asked.rows().stream().map(this::row).toList(),
                part(asked.latency()
                        .map(sampled -> Collections.nCopies(sampled.count(), latency))
                        .orElse(List.of())),
                part(changes));
    }

    private <T> Part<T> part(T seen) {
        return unreadable.<Part<T>>map(Part.Unread::new).orElseGet(() -> new Part.Seen<>(seen));
    }

    private Part<List<LedgerReading>> ledgers(LedgerChoice choice) {
        var found = switch (choice) {
            case LedgerChoice.None _ -> List.<LedgerReading>of();
            case LedgerChoice.Auto _ -> List.copyOf(ledgers);
            case LedgerChoice.Known known -> of(known.tool());
            case LedgerChoice.Custom _ -> of("custom");
        };
        if (found.isEmpty() && !(choice instanceof LedgerChoice.None)) {
            return new Part.Unread<>(new Fault(Fault.Kind.NOT_FOUND, "no ledger that is known"));
        }
        return part(found);
    }

    private List<LedgerReading> of(String tool) {
        return ledgers.stream()
                .filter(each -> tool.equals(
                        switch (each) {
                            case LedgerReading.Seen seen -> seen.ledger().tool();
                            case LedgerReading.Unread unread -> unread.tool();
                        }))
                .toList();
    }

    private Part<Value> row(RowQuery query) {
        return Optional.ofNullable(rows.get(query.sql().reveal()))
                .map(this::part)
                .orElseGet(() -> new Part.Unread<>(new Fault(Fault.Kind.REJECTED, "no such table")));
    }
}
