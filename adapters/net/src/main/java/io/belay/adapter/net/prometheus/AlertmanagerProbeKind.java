package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;

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
import io.belay.core.probe.Observable.Bare;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.net.URLEncoder;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/** The kind {@code alertmanager}: is it ready, does it take alerts, how many are active. Speaks its API v2. */
public final class AlertmanagerProbeKind implements ProbeKind {
    static final Key<Boolean> TEST_ALERT = Key.flag(
            "test-alert",
            "Post an alert named " + TestAlert.NAME + " that ends at once, and see it listed. With a group_wait of more"
                    + " than a second nobody is told of it.");
    static final Key<List<Text>> FILTER =
            Key.texts("filter", "Matchers of the alerts that count, such as severity=\"critical\".");

    private static final Set<String> KNOWN = Set.of("ready", "accepts", "alerts", "cluster");
    private static final Shape SHAPE =
            Access.shape("Asks Alertmanager whether it takes alerts.", ApiProbe.URL, TEST_ALERT, FILTER);

    private final Clients clients;
    private final InstantSource time;

    /** The kind, asking through {@code clients}. */
    public AlertmanagerProbeKind(Clients clients) {
        this(clients, InstantSource.system());
    }

    AlertmanagerProbeKind(Clients clients, InstantSource time) {
        this.clients = clients;
        this.time = time;
    }

    @Override
    public String name() {
        return "alertmanager";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("ready", Observable.Type.FLAG, Bare.EQUAL, "Whether it is ready; yes by default.")
                        .orElse(new Condition.Is(Value.of(true))),
                // Absent where no test alert was asked for, and that is as good as yes.
                Observable.of(
                                "accepts",
                                Observable.Type.FLAG,
                                Bare.EQUAL,
                                "Whether it took the test alert; by default not no.")
                        .orElse(new Condition.Not(new Condition.Is(Value.of(false)))),
                Observable.of("alerts", Observable.Type.NUMBER, Bare.AT_MOST, "How many alerts are active."),
                Observable.of("cluster", Observable.Type.TEXT, Bare.EQUAL, "ready, settling or disabled."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var wanted = Set.copyOf(asked);
        var filter = settings.find(FILTER).orElse(List.of()).stream()
                .map(matcher -> "&filter="
                        + URLEncoder.encode(matcher.fixed(FILTER.name()).reveal(), UTF_8))
                .reduce("", String::concat);
        var posts = settings.get(TEST_ALERT);
        return ApiProbe.of(clients, settings, api -> facts(api, wanted, filter, posts));
    }

    private List<Fact> facts(Api api, Set<FactName> asked, String filter, boolean posts)
            throws NoAnswer, InterruptedException {
        return ApiProbe.facts(asked, KNOWN, name -> switch (name.fact()) {
            case "ready" -> Value.of(api.get("/-/ready").status() == 200);
            case "accepts" -> posts ? Value.of(TestAlert.at(time.instant()).isTakenBy(api)) : Value.absent();
            case "cluster" -> api.json("/api/v2/status").at("$.cluster.status");
            default ->
                Value.of(api.json("/api/v2/alerts?active=true&silenced=false&inhibited=false" + filter)
                        .all("$")
                        .size());
        });
    }
}
