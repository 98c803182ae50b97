package io.belay.adapter.net.prometheus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.net.http.ApiContract;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.adapter.net.json.Json;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.TestingTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Against answers as Alertmanager's OpenAPI description has them. */
final class AlertmanagerContractTest extends ApiContract {
    private final List<String> posted = Collections.synchronizedList(new ArrayList<>());
    private final List<String> queries = Collections.synchronizedList(new ArrayList<>());

    @Override
    protected ProbeKind kind() {
        return new AlertmanagerProbeKind(Asking.clients(), new TestingTime());
    }

    @Override
    protected Set<FactName> asked() {
        return Asking.facts("ready", "accepts", "alerts", "cluster");
    }

    @Override
    protected void answer(Loopback server) {
        answer(server, "[{\"labels\":{\"alertname\":\"a\"}},{\"labels\":{\"alertname\":\"b\"}}]");
    }

    private void answer(Loopback server, String alerts) {
        server.on("/-/ready", 200, Map.of(), "OK")
                .json("/api/v2/status", 200, "{\"cluster\":{\"status\":\"ready\",\"peers\":[]}}")
                .on("/api/v2/alerts", exchange -> {
                    if (exchange.getRequestMethod().equals("POST")) {
                        posted.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
                        Loopback.answer(exchange, 200, Map.of(), new byte[0]);
                        return;
                    }
                    queries.add(String.valueOf(exchange.getRequestURI().getRawQuery()));
                    Loopback.answer(exchange, 200, Map.of(), alerts.getBytes(UTF_8));
                });
    }

    private Observation seen(String alerts, UnaryOperator<Settings.Builder> more) throws InterruptedException {
        try (var server = Loopback.plain()) {
            answer(server, alerts);
            var settings = more.apply(Settings.builder().set(ApiProbe.URL, Asking.address(server.url(""))))
                    .build();
            return Asking.observe(kind().bind(settings, asked()));
        }
    }

    @Test
    void everyFactIsRead() throws Exception {
        var seen = Asking.observe(answering());

        assertThat(Asking.value(seen, "ready")).isEqualTo(Value.of(true));
        assertThat(Asking.value(seen, "alerts")).isEqualTo(Value.of(2));
        assertThat(Asking.value(seen, "cluster")).isEqualTo(Value.of("ready"));
    }

    @Test
    void nothingIsPostedUnlessTheFileSaysSo() throws Exception {
        var seen = seen("[]", UnaryOperator.identity());

        assertThat(Asking.value(seen, "accepts")).isEqualTo(Value.absent());
        assertThat(posted).isEmpty();
    }

    @Test
    void theTestAlertSaysWhatItIsAndIsEnded() throws Exception {
        var seen = seen("[{}]", block -> block.set(AlertmanagerProbeKind.TEST_ALERT, true));

        assertThat(Asking.value(seen, "accepts")).isEqualTo(Value.of(true));
        assertThat(posted).hasSize(2);
        var first = Json.of(posted.getFirst());
        assertThat(first.at("$[0].labels.alertname")).isEqualTo(Value.of("belay_test"));
        assertThat(first.at("$[0].annotations.summary").shown()).contains("nothing is wrong");
        assertThat(first.at("$[0].endsAt").shown()).isEqualTo("2026-11-21T08:00:10Z");
        assertThat(Json.of(posted.getLast()).at("$[0].endsAt").shown()).isEqualTo("2026-11-21T08:00:00.001Z");
    }

    @Test
    void anAlertThatIsNeverListedWasNotTaken() throws Exception {
        var seen = seen("[]", block -> block.set(AlertmanagerProbeKind.TEST_ALERT, true));

        assertThat(Asking.value(seen, "accepts")).isEqualTo(Value.of(false));
    }

    @Test
    void acceptingIsExpectedOnlyOfATestAlert() {
        var byDefault = kind().observables().get(1).byDefault().orElseThrow();

        assertThat(byDefault.holds(Value.absent())).isTrue();
        assertThat(byDefault.holds(Value.of(true))).isTrue();
        assertThat(byDefault.holds(Value.of(false))).isFalse();
    }

    @Test
    void theFilterIsPassedOn() throws Exception {
        seen("[]", block -> block.set(AlertmanagerProbeKind.FILTER, List.of(Text.of("severity=\"critical\""))));

        assertThat(queries).anyMatch(query -> query.endsWith("&filter=severity%3D%22critical%22"));
    }
}
