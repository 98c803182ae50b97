package io.belay.adapter.net.http;

import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.probe.Target;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.List;
import java.util.Set;

/** The kind {@code http}: asks once, over HTTP/1.1 or 2, with or without TLS. */
public final class HttpProbeKind implements ProbeKind {
    private final Clients clients;

    /** The kind, asking through {@code clients}. */
    public HttpProbeKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "http";
    }

    @Override
    public Shape shape() {
        return HttpKeys.SHAPE;
    }

    @Override
    public List<Observable> observables() {
        return HttpFacts.OBSERVABLES;
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        HttpFacts.check(asked);
        var access = Access.of(settings);
        var ask = HttpKeys.ask(settings, access);
        var target = new Target(settings.get(HttpKeys.URL).shown(), ask.uri().getHost());
        return new HttpProbe(clients, target, ask, HttpKeys.redirects(settings), access.timeout(), Set.copyOf(asked));
    }
}
