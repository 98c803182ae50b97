package io.belay.adapter.net.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Api;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.NoAnswer;
import io.belay.adapter.net.json.Json;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observable.Bare;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.net.URLEncoder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The kind {@code elasticsearch}: {@code _cluster/health} and what indices there are. OpenSearch answers the same.
 * See Elasticsearch's reference, "Cluster health API" and "Exists API".
 */
public final class ElasticsearchProbeKind implements ProbeKind {
    private static final Shape SHAPE = Access.shape("Asks Elasticsearch for its cluster's health.", ApiProbe.URL);

    private static final Map<String, String> HEALTH = Map.of(
            "status", "$.status",
            "nodes", "$.number_of_nodes",
            "data-nodes", "$.number_of_data_nodes",
            "unassigned-shards", "$.unassigned_shards",
            "pending-tasks", "$.number_of_pending_tasks");

    private final Clients clients;

    /** The kind, asking through {@code clients}. */
    public ElasticsearchProbeKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "elasticsearch";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("status", Observable.Type.TEXT, Bare.EQUAL, "green, yellow or red; green by default.")
                        .orElse(new Condition.Is(Value.of("green"))),
                number("nodes", Bare.AT_LEAST, "How many nodes there are."),
                number("data-nodes", Bare.AT_LEAST, "How many of them hold data."),
                number("unassigned-shards", Bare.AT_MOST, "How many shards have no node."),
                number("pending-tasks", Bare.AT_MOST, "How many changes of the cluster wait."),
                Observable.keyed(
                        "index", Observable.Type.FLAG, Bare.EQUAL, "Whether an index, alias or pattern leads to one."),
                Observable.of("version", Observable.Type.TEXT, Bare.EQUAL, "Its version."));
    }

    private static Observable number(String key, Bare bare, String description) {
        return Observable.of(key, Observable.Type.NUMBER, bare, description);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var wanted = Set.copyOf(asked);
        return ApiProbe.of(clients, settings, api -> facts(api, wanted));
    }

    private static List<Fact> facts(Api api, Set<FactName> asked) throws NoAnswer, InterruptedException {
        var health = asked.stream().anyMatch(name -> HEALTH.containsKey(name.fact()))
                ? Optional.of(api.json("/_cluster/health"))
                : Optional.<Json>empty();
        var known = Set.of("status", "nodes", "data-nodes", "unassigned-shards", "pending-tasks", "index", "version");
        return ApiProbe.facts(asked, known, name -> switch (name.fact()) {
            case "index" -> Value.of(api.has(path(name.argument())));
            case "version" -> api.json("/").at("$.version.number");
            default ->
                health.map(json -> json.at(HEALTH.getOrDefault(name.fact(), "$")))
                        .orElseGet(Value::absent);
        });
    }

    /** A pattern that leads to no index counts as none, as it would not by default. */
    private static String path(String index) {
        return "/" + URLEncoder.encode(index, UTF_8).replace("+", "%20") + "?allow_no_indices=false";
    }
}
