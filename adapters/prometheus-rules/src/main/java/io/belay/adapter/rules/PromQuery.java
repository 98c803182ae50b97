package io.belay.adapter.rules;

import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is measured, in PromQL. Rates, latencies and memory are asked by the names that Prometheus' client libraries and its node
 * exporter give their metrics: {@code http_requests_total}, {@code http_request_duration_seconds}, {@code node_memory_...}.
 */
final class PromQuery {
    private static final Map<String, String> OVER_SERIES =
            Map.of("average", "avg", "minimum", "min", "maximum", "max", "sum", "sum", "count", "count");

    private PromQuery() {}

    /** The question that answers with {@code measure}; empty where Prometheus has none. */
    static Optional<String> of(Measure measure) {
        return switch (measure) {
            case Measure.Query(var text) -> Optional.of(text);
            case Measure.Of of when of.signal().subject().contains("job") -> job(of);
            case Measure.Of _, Measure.Metric _, Measure.Maths _ -> Optional.empty();
        };
    }

    private static Optional<String> job(Measure.Of of) {
        var job = "job=" + quoted(of.subject().getOrDefault("job", ""));
        var over = Optional.ofNullable(OVER_SERIES.get(of.statistic().word()));
        return switch (of.signal()) {
            case JOB_UP -> over.map(each -> each + "(up{" + job + "})");
            case JOB_ERROR_RATE ->
                over.map(_ -> "100 * sum(rate(http_requests_total{" + job + ",code=~\"5..\"}[5m]))"
                        + " / sum(rate(http_requests_total{" + job + "}[5m]))");
            case JOB_LATENCY -> latency(of.statistic(), job);
            case JOB_MEMORY ->
                over.map(each -> each + "(100 * (1 - node_memory_MemAvailable_bytes{" + job
                        + "} / node_memory_MemTotal_bytes{" + job + "}))");
            case JOB_CPU ->
                over.map(each -> each + "(100 * (1 - avg by (instance) (rate(node_cpu_seconds_total{mode=\"idle\","
                        + job + "}[5m]))))");
            default -> Optional.empty();
        };
    }

    private static Optional<String> latency(Statistic statistic, String job) {
        return statistic
                .percentile()
                .map(percent -> "histogram_quantile("
                        + percent.movePointLeft(2).stripTrailingZeros().toPlainString()
                        + ", sum by (le) (rate(http_request_duration_seconds_bucket{" + job + "}[5m])))");
    }

    /** A rule on other alarms, asked of the series that Prometheus keeps of alarms that are firing. */
    static String of(Rule rule) {
        return switch (rule) {
            case Rule.Red(var alarm) -> "max(ALERTS{alertname=" + quoted(alarm) + ",alertstate=\"firing\"})";
            case Rule.Not(var inner) -> "(vector(1) unless on() " + of(inner) + ")";
            case Rule.All(var rules) ->
                rules.stream().map(PromQuery::of).collect(Collectors.joining(" and on() ", "(", ")"));
            case Rule.Any(var rules) -> rules.stream().map(PromQuery::of).collect(Collectors.joining(" or ", "(", ")"));
        };
    }

    /** What a subject of {@code signal} would have to be asked by. */
    static String unknown(Signal signal) {
        return "Prometheus has no metric of " + signal.word() + " that is the same everywhere: ask by a query";
    }

    static String quoted(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n") + "\"";
    }
}
