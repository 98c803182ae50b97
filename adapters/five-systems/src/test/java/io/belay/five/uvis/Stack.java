package io.belay.five.uvis;

import io.belay.five.loopback.Call;
import io.belay.five.loopback.Desk;
import io.belay.five.loopback.Reply;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.stream.Stream;

/**
 * Grafana, Elasticsearch and Kibana, as far as the checklist looks at them: each answers as its own API reference says (Grafana's
 * HTTP API "Other", "Data source", "Folder/Dashboard Search"; Elasticsearch's cluster health, count, index exists, ILM status;
 * Kibana's server status and saved objects).
 *
 * @param lines how many lines were logged
 */
record Stack(String grafanaToken, LongSupplier lines) implements Desk {
    private static final List<String> DASHBOARDS = List.of(
            "System Overview", "Application Metrics", "Database Performance", "API Response Times", "Business Metrics");

    @Override
    public Reply answer(Call call) {
        return switch (call.part(0)) {
            case "grafana" -> grafana(call);
            case "elastic" -> elastic(call.uri().getPath().substring("/elastic".length()));
            case "kibana" -> kibana(call.uri().getPath().substring("/kibana".length()));
            default -> Reply.status(404);
        };
    }

    private Reply grafana(Call call) {
        var path = call.uri().getPath().substring("/grafana".length());
        if (path.equals("/api/health")) {
            return Reply.json(200, Map.of("database", "ok", "version", "11.6.0"));
        }
        if (!call.token().equals(grafanaToken)) {
            return Reply.json(401, Map.of("message", "Invalid username or password"));
        }
        return switch (path) {
            case "/api/datasources" ->
                Reply.json(200, List.of(Map.of("id", 1, "name", "Prometheus", "type", "prometheus")));
            case "/api/search" ->
                Reply.json(
                        200,
                        DASHBOARDS.stream()
                                .map(title -> Map.of("title", title, "type", "dash-db"))
                                .toList());
            default -> Reply.status(404);
        };
    }

    private Reply elastic(String path) {
        return switch (path) {
            case "/_cluster/health" -> Reply.json(200, Map.of("cluster_name", "coldchain", "status", "green"));
            case "/_ilm/status" -> Reply.json(200, Map.of("operation_mode", "RUNNING"));
            case "/logs-*/_count", "/metricbeat-*/_count" -> Reply.json(200, Map.of("count", lines.getAsLong()));
            default ->
                Stream.of("/logs-*", "/errors-*", "/slow-queries-*").anyMatch(path::equals)
                        ? Reply.json(200, Map.of())
                        : Reply.status(404);
        };
    }

    private static Reply kibana(String path) {
        return switch (path) {
            case "/api/status" -> Reply.json(200, Map.of("status", Map.of("overall", Map.of("level", "available"))));
            case "/api/saved_objects/_find" -> Reply.json(200, Map.of("total", 3, "saved_objects", List.of()));
            default -> Reply.status(404);
        };
    }
}
