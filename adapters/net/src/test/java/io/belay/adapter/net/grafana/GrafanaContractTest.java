package io.belay.adapter.net.grafana;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.net.http.ApiContract;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.ProbeKind;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class GrafanaContractTest extends ApiContract {
    @Override
    protected ProbeKind kind() {
        return new GrafanaProbeKind(Asking.clients());
    }

    @Override
    protected Set<FactName> asked() {
        return Asking.facts("database", "version");
    }

    @Override
    protected void answer(Loopback server) {
        server.json("/api/health", 200, "{\"commit\":\"aaf7c3e\",\"database\":\"ok\",\"version\":\"11.2.0\"}");
    }

    @Test
    void aFailingDatabaseIsAnAnswer() throws Exception {
        try (var server = Loopback.plain()
                .json(
                        "/grafana/api/health",
                        503,
                        "{\"commit\":\"x\",\"database\":\"failing\",\"version\":\"11.2.0\"}")) {
            var seen = Asking.observe(kind().bind(settings(server.url("/grafana/")), asked()));

            assertThat(Asking.value(seen, "database")).isEqualTo(Value.of("failing"));
            assertThat(Asking.value(seen, "version")).isEqualTo(Value.of("11.2.0"));
        }
    }

    @Test
    void aPageInItsPlaceIsRefused() throws Exception {
        try (var server = Loopback.plain().on("/", 200, Map.of(), "<html>Welcome</html>")) {
            assertThat(Asking.refusal(Asking.observe(kind().bind(settings(server.url("")), asked()))))
                    .contains("/api/health answered 200, no JSON");
        }
    }
}
