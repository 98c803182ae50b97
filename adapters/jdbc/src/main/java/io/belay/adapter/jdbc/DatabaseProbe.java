package io.belay.adapter.jdbc;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.math.RoundingMode;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/** Opens a connection, asks in one read-only transaction what is wanted, and takes it back. */
record DatabaseProbe(Database database, Optional<Query> query, Duration timeout, Set<FactName> asked) implements Probe {
    private static final FactName CONNECTS = FactName.of("connects");

    @Override
    public Target target() {
        return database.target();
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var own = deadline.within(timeout);
        var connected = new AtomicBoolean();
        var seen = Attempt.make(own, attempt -> {
            try (var connection = database.open(own.remaining())) {
                connected.set(true);
                attempt.waitFor("the answer to the query");
                return facts(connection, own.remaining());
            } catch (SQLException failed) {
                throw database.failure(failed);
            }
        });
        if (!asked.contains(CONNECTS) || connected.get()) {
            return seen;
        }
        return switch (seen) {
            case Observation.Answered answered -> answered;
            case Observation.Refused(var reason, var took) ->
                reason.contains("no such host") ? seen : refused(reason, took);
            case Observation.Silent silent ->
                // Cut short by the caller: a longer wait might have let it connect.
                own.at().isBefore(deadline.at()) ? refused("no answer", silent.took()) : silent;
        };
    }

    private Observation refused(String why, Duration took) {
        var facts = new ArrayList<Fact>();
        asked.stream().map(fact -> new Fact(fact, Value.absent())).forEach(facts::add);
        facts.removeIf(fact ->
                Set.of("connects", "refusal", "address").contains(fact.name().fact()));
        facts.addAll(common(false, Value.of(why)));
        return new Observation.Answered(facts, took);
    }

    private List<Fact> common(boolean connects, Value refusal) {
        return List.of(
                new Fact(CONNECTS, Value.of(connects)),
                Fact.of("refusal", refusal),
                Fact.of("address", Value.of(target().address())));
    }

    private List<Fact> facts(Connection connection, Duration left) throws SQLException, IOException {
        var version = connection.getMetaData().getDatabaseProductVersion();
        begin(connection, version, left);
        var facts = new ArrayList<>(common(true, Value.absent()));
        facts.add(Fact.of("version", Value.of(version)));
        if (asked.contains(FactName.of("role"))) {
            facts.add(Fact.of("role", role(connection)));
        }
        if (asked.contains(FactName.of("connections-used-percent"))) {
            facts.add(Fact.of("connections-used-percent", used(connection)));
        }
        if (query.isPresent()) {
            var outcome = outcome(query.get(), connection);
            facts.add(Fact.of("value", outcome.first()));
            facts.add(Fact.of("rows", Value.of(outcome.rows())));
        }
        connection.rollback();
        return facts;
    }

    private void begin(Connection connection, String version, Duration left) throws SQLException {
        try (var statement = connection.createStatement()) {
            var begin = database.engine().beginReadOnly();
            if (begin.isPresent()) {
                statement.execute(begin.get());
            }
            statement.execute(database.engine().giveUpAfter(Math.max(1, left.toMillis()), version));
        }
    }

    private Query.Outcome outcome(Query asking, Connection connection) throws IOException {
        try {
            return asking.run(connection);
        } catch (SQLException failed) {
            var failure = database.failure(failed);
            throw failure instanceof SocketTimeoutException
                    ? failure
                    : new IOException(asking.redacted(String.valueOf(failure.getMessage())));
        }
    }

    private Value role(Connection connection) throws SQLException {
        var follows = Set.of("true", "1", "on", "t");
        var said = one(connection, database.engine().isReplica()).shown().toLowerCase(Locale.ROOT);
        return Value.of(follows.contains(said) ? "replica" : "primary");
    }

    private Value used(Connection connection) throws SQLException {
        var open = one(connection, database.engine().connectionsOpen()).asNumber();
        var most = one(connection, database.engine().connectionsMost()).asNumber();
        return open.isEmpty() || most.isEmpty() || most.get().signum() <= 0
                ? Value.absent()
                : Value.of(open.get().movePointRight(2).divide(most.get(), 2, RoundingMode.HALF_UP));
    }

    /** The last column of the first row. */
    private static Value one(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Query.value(rows, rows.getMetaData().getColumnCount()) : Value.absent();
        }
    }
}
