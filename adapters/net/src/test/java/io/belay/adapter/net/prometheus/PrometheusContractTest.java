package io.belay.adapter.net.prometheus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.ApiContract;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.core.PortException;
import io.belay.core.fact.Comparison;
import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Against answers as Prometheus' documentation of its HTTP API has them. */
final class PrometheusContractTest extends ApiContract {
    private static final String TARGETS = """
            {"status":"success","data":{"activeTargets":[
             {"labels":{"instance":"10.0.0.1:9090","job":"prometheus"},"scrapePool":"prometheus","health":"up"},
             {"labels":{"instance":"10.0.0.2:9100","job":"node"},"scrapePool":"node","lastError":"refused","health":"down"},
             {"labels":{"instance":"10.0.0.3:9100","job":"node"},"scrapePool":"node","health":"unknown"}]}}""";
    private static final String ALERTS = """
            {"status":"success","data":{"alerts":[
             {"labels":{"alertname":"Watchdog"},"state":"firing","value":"1e+00"},
             {"labels":{"alertname":"DiskFull","instance":"a"},"state":"firing","value":"1e+00"},
             {"labels":{"alertname":"DiskFull","instance":"b"},"state":"firing","value":"1e+00"},
             {"labels":{"alertname":"Slow"},"state":"pending","value":"1e+00"}]}}""";
    private static final String VECTOR = """
            {"status":"success","data":{"resultType":"vector","result":[
             {"metric":{"job":"a"},"value":[1435781451.781,"0.01"]},
             {"metric":{"job":"b"},"value":[1435781451.781,"0.5"]}]}}""";

    @Override
    protected ProbeKind kind() {
        return new PrometheusProbeKind(Asking.clients());
    }

    @Override
    protected Set<FactName> asked() {
        return Asking.facts("ready", "targets-down", "down", "alerts-firing", "firing", "value", "series");
    }

    @Override
    protected Settings settings(String url) {
        return block(url, UnaryOperator.identity());
    }

    private static Settings block(String url, UnaryOperator<Settings.Builder> more) {
        return more.apply(Settings.builder()
                        .set(ApiProbe.URL, Asking.address(url))
                        .set(PrometheusProbeKind.QUERY, Text.of("rate(errors[5m]) & more")))
                .build();
    }

    @Override
    protected void answer(Loopback server) {
        server.on("/-/ready", 200, Map.of(), "Prometheus Server is Ready.")
                .json("/api/v1/targets", 200, TARGETS)
                .json("/api/v1/alerts", 200, ALERTS)
                .json("/api/v1/query", 200, VECTOR);
    }

    private Value queried(int status, String answer, String fact) throws InterruptedException {
        try (var server = Loopback.plain().json("/api/v1/query", status, answer)) {
            return Asking.value(Asking.observe(kind().bind(settings(server.url("")), Asking.facts(fact))), fact);
        }
    }

    @Test
    void everyFactIsRead() throws Exception {
        var seen = Asking.observe(answering());

        assertThat(Asking.value(seen, "ready")).isEqualTo(Value.of(true));
        assertThat(Asking.value(seen, "targets-down")).isEqualTo(Value.of(2));
        assertThat(Asking.value(seen, "down").shown()).isEqualTo("[node/10.0.0.2:9100, node/10.0.0.3:9100]");
        assertThat(Asking.value(seen, "alerts-firing")).isEqualTo(Value.of(3));
        assertThat(Asking.value(seen, "firing").shown()).isEqualTo("[Watchdog, DiskFull]");
        assertThat(Asking.value(seen, "series")).isEqualTo(Value.of(2));
    }

    @Test
    void aBoundMustHoldOfEachSeries() throws Exception {
        var value = Asking.value(Asking.observe(answering()), "value");

        assertThat(below("0.6").holds(value)).isTrue();
        assertThat(below("0.1").holds(value)).isFalse();
    }

    private static Condition below(String bound) {
        return new Condition.Compared(Comparison.BELOW, Value.of(new BigDecimal(bound)));
    }

    @Test
    void whatIsIgnoredDoesNotCount() throws Exception {
        try (var server = Loopback.plain()) {
            answer(server);
            var settings = block(
                    server.url(""),
                    block -> block.set(PrometheusProbeKind.IGNORE, List.of(Text.of("Watchdog"), Text.of("node"))));

            var seen = Asking.observe(kind().bind(settings, asked()));

            assertThat(Asking.value(seen, "alerts-firing")).isEqualTo(Value.of(2));
            assertThat(Asking.value(seen, "targets-down")).isEqualTo(Value.of(0));
            assertThat(Asking.value(seen, "down")).isEqualTo(Value.absent());
        }
    }

    @Test
    void aQueryThatFindsNothingHasNoValue() throws Exception {
        var nothing = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[]}}";

        assertThat(queried(200, nothing, "value")).isEqualTo(Value.absent());
        assertThat(queried(200, nothing, "series")).isEqualTo(Value.of(0));
    }

    @Test
    void aScalarIsAValue() throws Exception {
        var scalar = "{\"status\":\"success\",\"data\":{\"resultType\":\"scalar\",\"result\":[1435781460.781,\"3\"]}}";

        assertThat(queried(200, scalar, "value").asNumber()).contains(new BigDecimal("3"));
    }

    @Test
    void whatIsNoNumberKeepsNoBound() throws Exception {
        var nan = "{\"status\":\"success\",\"data\":{\"resultType\":\"vector\",\"result\":[{\"value\":[1,\"NaN\"]}]}}";

        assertThat(below("1").holds(queried(200, nan, "value"))).isFalse();
    }

    @Test
    void aWrongQueryIsAFaultInPrometheusOwnWords() {
        assertThatThrownBy(() -> queried(
                        400,
                        "{\"status\":\"error\",\"errorType\":\"bad_data\",\"error\":\"parse error: unexpected end\"}",
                        "value"))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("rejected: parse error");
    }

    @Test
    void aRangeIsNotAnInstant() {
        assertThatThrownBy(() -> queried(
                        200, "{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[]}}", "value"))
                .isInstanceOf(PortException.class)
                .hasMessageContaining("matrix");
    }

    @Test
    void onlyWhatIsAskedForIsFetched() throws Exception {
        var paths = new ArrayList<String>();
        try (var server = Loopback.plain().on("/", exchange -> {
            paths.add(exchange.getRequestURI().toString());
            Loopback.answer(exchange, 503, Map.of(), new byte[0]);
        })) {
            var settings = Settings.builder()
                    .set(ApiProbe.URL, Asking.address(server.url("/prom/")))
                    .build();

            var seen = Asking.observe(kind().bind(settings, Asking.facts("ready")));

            assertThat(Asking.value(seen, "ready")).isEqualTo(Value.of(false));
            assertThat(paths).isEqualTo(List.of("/prom/-/ready"));
        }
    }

    @Test
    void aServerInTroubleIsRefused() throws Exception {
        try (var server = Loopback.plain().json("/", 503, "{\"status\":\"error\",\"error\":\"starting\"}")) {
            assertThat(Asking.observe(kind().bind(settings(server.url("")), Asking.facts("value"))))
                    .isInstanceOf(Observation.Refused.class);
        }
    }

    @Test
    void aQueryAndItsExpectationComeTogether() {
        assertThatThrownBy(() -> kind().bind(settings("http://127.0.0.1:1"), Asking.facts("ready")))
                .isInstanceOf(SettingException.class);
        var none = Settings.builder()
                .set(ApiProbe.URL, Asking.address("http://127.0.0.1:1"))
                .build();
        assertThatThrownBy(() -> kind().bind(none, Asking.facts("value"))).isInstanceOf(SettingException.class);
    }
}
