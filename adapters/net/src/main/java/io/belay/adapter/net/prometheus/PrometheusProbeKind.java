package io.belay.adapter.net.prometheus;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Clients;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observable.Bare;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The kind {@code prometheus}: is it ready, what does it not reach, what fires, and what does a query give. */
public final class PrometheusProbeKind implements ProbeKind {
    static final Key<Text> QUERY = Key.text("query", "An instant query in PromQL, for value and series.");
    static final Key<List<Text>> IGNORE =
            Key.texts("ignore", "Names of alerts and of jobs that do not count, such as Watchdog.");

    private static final Shape SHAPE = Access.shape("Asks Prometheus what it sees.", ApiProbe.URL, QUERY, IGNORE);

    private final Clients clients;

    /** The kind, asking through {@code clients}. */
    public PrometheusProbeKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "prometheus";
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
                number("targets-down", Bare.AT_MOST, "How many targets are not up."),
                Observable.of("down", Observable.Type.TEXT, Bare.CONTAINS, "The targets not up, as job/instance."),
                number("alerts-firing", Bare.AT_MOST, "How many alerts fire."),
                Observable.of("firing", Observable.Type.TEXT, Bare.CONTAINS, "The names of the alerts that fire."),
                number("value", Bare.EQUAL, "What the query gives; a bound must hold of each series."),
                number("series", Bare.EQUAL, "How many series the query gives."));
    }

    private static Observable number(String key, Bare bare, String description) {
        return Observable.of(key, Observable.Type.NUMBER, bare, description);
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        var judged = asked.contains(FactName.of("value")) || asked.contains(FactName.of("series"));
        if (judged != settings.has(QUERY)) {
            throw new SettingException(
                    QUERY.name(), "a query and, under expect, value or series: neither means anything alone");
        }
        var ignored = settings.find(IGNORE).orElse(List.of()).stream()
                .map(Text::reveal)
                .collect(Collectors.toUnmodifiableSet());
        var query = settings.find(QUERY).map(text -> text.fixed(QUERY.name()).reveal());
        var wanted = Set.copyOf(asked);
        return ApiProbe.of(clients, settings, api -> new PrometheusQuestions(api, query, ignored).facts(wanted));
    }
}
