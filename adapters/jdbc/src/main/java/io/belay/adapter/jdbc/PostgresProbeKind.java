package io.belay.adapter.jdbc;

import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Set;

/**
 * The kind {@code postgres}: whether a PostgreSQL server lets a user in, and what a query finds there. It asks in a transaction that
 * cannot write, and the server itself gives a statement up when the time is over.
 */
public final class PostgresProbeKind implements ProbeKind {
    @Override
    public String name() {
        return "postgres";
    }

    @Override
    public Shape shape() {
        return DatabaseProbes.shape("Asks a PostgreSQL server.");
    }

    @Override
    public List<Observable> observables() {
        return DatabaseProbes.observables();
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        return DatabaseProbes.bind(new Postgres(), settings, asked);
    }
}
