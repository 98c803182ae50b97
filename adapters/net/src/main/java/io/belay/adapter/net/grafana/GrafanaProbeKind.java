package io.belay.adapter.net.grafana;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Api;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Set;

/** The kind {@code grafana}: {@code /api/health}, which needs no log-in and answers 503 where its database fails. */
public final class GrafanaProbeKind implements ProbeKind {
    private static final Shape SHAPE = Access.shape("Asks Grafana for its health.", ApiProbe.URL);

    private final Clients clients;

    /** The kind, asking through {@code clients}. */
    public GrafanaProbeKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "grafana";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("database", Observable.Type.TEXT, Observable.Bare.EQUAL, "Its database; ok by default.")
                        .orElse(new Condition.Is(Value.of("ok"))),
                Observable.of("version", Observable.Type.TEXT, Observable.Bare.EQUAL, "Its version."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var wanted = Set.copyOf(asked);
        return ApiProbe.of(clients, settings, api -> facts(api, wanted));
    }

    private static List<Fact> facts(Api api, Set<FactName> asked) throws NoAnswer, InterruptedException {
        var answer = api.get("/api/health");
        if (answer.status() != 200 && answer.status() != 503) {
            throw NoAnswer.refused("/api/health answered " + answer.status());
        }
        var health = Api.json(answer);
        if (health.at("$.database") instanceof Value.Absent) {
            throw NoAnswer.refused("/api/health answered " + answer.status() + " without a word of the database");
        }
        return ApiProbe.facts(asked, Set.of("database", "version"), name -> health.at("$." + name.fact()));
    }
}
