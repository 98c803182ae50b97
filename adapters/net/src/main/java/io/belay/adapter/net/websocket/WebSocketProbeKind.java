package io.belay.adapter.net.websocket;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.Clients;
import io.belay.adapter.net.http.Urls;
import io.belay.adapter.net.json.Json;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observable.Bare;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.probe.Target;
import io.belay.core.settings.Address;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The kind {@code websocket}: shakes hands (RFC 6455), may say something, and may wait for the first text message. A
 * handshake that is refused by HTTP is an answer too, so that a check can expect it.
 */
public final class WebSocketProbeKind implements ProbeKind {
    static final Key<Address> URL =
            Key.address("url", Set.of("ws", "wss"), "Where to.").needed();
    static final Key<Text> SUBPROTOCOL = Key.text("subprotocol", "[!-~]+", "The subprotocol to offer.");
    static final Key<Text> SEND = Key.text("send", "A text to send once it is open.");

    private static final Shape SHAPE = Access.shape("Shakes hands for a WebSocket.", URL, SUBPROTOCOL, SEND);

    private final Clients clients;

    /** The kind, with the clients of {@code clients}. */
    public WebSocketProbeKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "websocket";
    }

    @Override
    public Shape shape() {
        return SHAPE;
    }

    @Override
    public List<Observable> observables() {
        return List.of(
                Observable.of("open", Observable.Type.FLAG, Bare.EQUAL, "Whether it opens; yes by default.")
                        .orElse(new Condition.Is(Value.of(true))),
                Observable.of(
                        "status", Observable.Type.NUMBER, Bare.EQUAL, "The handshake's status; 101 where it opens."),
                Observable.of("protocol", Observable.Type.TEXT, Bare.EQUAL, "The subprotocol that the server chose."),
                Observable.of("message", Observable.Type.TEXT, Bare.CONTAINS, "The first text message."),
                Observable.keyed("json", Observable.Type.ANY, Bare.EQUAL, "A value of that message, by JSONPath."),
                Observable.of(
                        "reply",
                        Observable.Type.SPAN,
                        Bare.AT_MOST,
                        "From the opening, or the sending, to that message."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        for (var name : asked) {
            if (name.fact().equals("json")) {
                check(name.argument());
            }
        }
        var access = Access.of(settings);
        if (access.headers().stream()
                .anyMatch(header -> header.name().toLowerCase(Locale.ROOT).startsWith("sec-websocket-"))) {
            throw new SettingException("headers", "Sec-WebSocket headers are the handshake's own; see subprotocol");
        }
        var uri = Urls.of(URL.name(), settings.get(URL));
        return new WebSocketProbe(
                clients,
                new Target(settings.get(URL).shown(), uri.getHost()),
                uri,
                access,
                settings.find(SUBPROTOCOL).map(Text::reveal),
                settings.find(SEND).map(Text::reveal),
                Set.copyOf(asked));
    }

    private static void check(String path) {
        try {
            Json.check(path);
        } catch (IllegalArgumentException exception) {
            throw new SettingException("expect.json", path + " is no JSONPath: " + exception.getMessage());
        }
    }
}
