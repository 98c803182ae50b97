package io.belay.adapter.net.elasticsearch;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.net.http.Access;
import io.belay.adapter.net.http.ApiContract;
import io.belay.adapter.net.http.ApiProbe;
import io.belay.adapter.net.http.Asking;
import io.belay.adapter.net.http.Loopback;
import io.belay.core.PortException;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class ElasticsearchContractTest extends ApiContract {
    /** From Elasticsearch's reference, "Cluster health API". */
    private static final String HEALTH = """
            {"cluster_name":"testcluster","status":"yellow","timed_out":false,"number_of_nodes":2,
            "number_of_data_nodes":1,"active_primary_shards":1,"active_shards":1,"relocating_shards":0,
            "initializing_shards":0,"unassigned_shards":1,"delayed_unassigned_shards":0,
            "number_of_pending_tasks":0,"number_of_in_flight_fetch":0,
            "task_max_waiting_in_queue_millis":0,"active_shards_percent_as_number":50.0}""";

    @Override
    protected ProbeKind kind() {
        return new ElasticsearchProbeKind(Asking.clients());
    }

    @Override
    protected Set<FactName> asked() {
        return Set.of(
                FactName.of("status"),
                FactName.of("nodes"),
                FactName.of("data-nodes"),
                FactName.of("unassigned-shards"),
                FactName.of("pending-tasks"),
                FactName.of("version"),
                new FactName("index", "orders"),
                new FactName("index", "nothing"));
    }

    @Override
    protected void answer(Loopback server) {
        server.json("/_cluster/health", 200, HEALTH).on("/", exchange -> {
            var known = Map.of("/", "{\"version\":{\"number\":\"8.15.0\"}}", "/orders", "");
            var path = exchange.getRequestURI().getPath();
            var body = known.getOrDefault(path, "").getBytes(UTF_8);
            Loopback.answer(exchange, known.containsKey(path) ? 200 : 404, Map.of(), body);
        });
    }

    @Test
    void everyFactIsRead() throws Exception {
        var seen = Asking.observe(answering());

        assertThat(Asking.value(seen, "status")).isEqualTo(Value.of("yellow"));
        assertThat(Asking.value(seen, "nodes")).isEqualTo(Value.of(2));
        assertThat(Asking.value(seen, "unassigned-shards")).isEqualTo(Value.of(1));
        assertThat(Asking.value(seen, "version")).isEqualTo(Value.of("8.15.0"));
        assertThat(Asking.value(seen, new FactName("index", "orders"))).isEqualTo(Value.of(true));
        assertThat(Asking.value(seen, new FactName("index", "nothing"))).isEqualTo(Value.of(false));
    }

    @Test
    void onlyWhatIsAskedForIsFetched() throws Exception {
        var paths = new ArrayList<String>();
        try (var server = Loopback.plain().on("/", exchange -> {
            paths.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
            Loopback.answer(exchange, 200, Map.of(), new byte[0]);
        })) {
            Asking.observe(kind().bind(settings(server.url("")), Set.of(new FactName("index", "logs-*,a/b"))));

            assertThat(paths).isEqualTo(List.of("HEAD /logs-*%2Ca%2Fb?allow_no_indices=false"));
        }
    }

    @Test
    void aRefusedLogInSaysSo() throws Exception {
        try (var server = Loopback.plain().json("/", 401, "{}")) {
            var settings = Settings.builder()
                    .set(ApiProbe.URL, Asking.address(server.url("")))
                    .set(Access.BEARER, Text.of("t0ken"))
                    .build();

            assertThat(Asking.refusal(Asking.observe(kind().bind(settings, Asking.facts("status")))))
                    .isEqualTo("log-in refused: /_cluster/health answered 401");
        }
    }

    @Test
    void beingAskedTooOftenIsNoIllness() {
        try (var server = Loopback.plain().json("/", 429, "{}")) {
            assertThatThrownBy(() -> Asking.observe(kind().bind(settings(server.url("")), Asking.facts("status"))))
                    .isInstanceOf(PortException.class)
                    .hasMessageContaining("throttled");
        }
    }
}
