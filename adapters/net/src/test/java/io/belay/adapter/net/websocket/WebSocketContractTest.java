package io.belay.adapter.net.websocket;

import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.RawServer;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Settings;
import io.belay.core.testkit.ProbeContract;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;

final class WebSocketContractTest extends ProbeContract {
    private final RawServer server = TalkingServer.opening(socket -> TalkingServer.text(socket, "{\"price\":5}"));
    private final RawServer mute = RawServer.mute();

    @AfterEach
    void stop() {
        server.close();
        mute.close();
    }

    private static Probe probe(String url, Set<FactName> asked) {
        var settings = Settings.builder()
                .set(WebSocketProbeKind.URL, Asking.address(url))
                .build();
        return new WebSocketProbeKind(Asking.clients()).bind(settings, asked);
    }

    @Override
    protected Probe answering() {
        return probe(TalkingServer.url(server), asked());
    }

    @Override
    protected Set<FactName> asked() {
        return Set.of(
                FactName.of("open"),
                FactName.of("status"),
                FactName.of("message"),
                FactName.of("reply"),
                FactName.of("protocol"),
                new FactName("json", "$.price"),
                new FactName("json", "$.nothing"));
    }

    @Override
    protected Probe refusing() {
        return probe("ws://127.0.0.1:" + Asking.freePort() + "/", Set.of());
    }

    @Override
    protected Probe silent() {
        return probe(TalkingServer.url(mute), Set.of());
    }
}
