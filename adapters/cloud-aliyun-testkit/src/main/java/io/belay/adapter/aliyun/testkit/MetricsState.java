package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The metrics that there are. ("As of August 15, 2024, Statistics validation is added": PutResourceMetricRule.) */
final class MetricsState {
    private final List<Metric> metrics = new ArrayList<>();

    private final List<Map<String, Object>> points = new ArrayList<>();

    private record Metric(String namespace, String name, String statistics, String periods) {}

    void add(String namespace, String name, String statistics, String periods) {
        metrics.add(new Metric(namespace, name, statistics, periods));
    }

    /** Somebody measured {@code value} of {@code dimensions}, in JSON. */
    void measured(String metric, String dimensions, Instant at, String statistic, BigDecimal value) {
        points.add(
                Map.of("metric", metric, "dimensions", dimensions, "timestamp", at.toEpochMilli(), statistic, value));
    }

    /**
     * From DescribeMetricList: points after StartTime and before EndTime, in milliseconds, as a text of JSON; a period that the metric
     * does not have is refused.
     */
    Reply points(Map<String, String> parameters) {
        var metric = parameters.getOrDefault("MetricName", "");
        var known = metrics.stream().filter(each -> each.name().equals(metric)).findFirst();
        if (known.isEmpty() || !known.get().namespace().equals(parameters.getOrDefault("Namespace", ""))) {
            throw new No("404", "The metric " + metric + " is not found.");
        }
        if (!List.of(known.get().periods().split(",", -1)).contains(parameters.getOrDefault("Period", ""))) {
            throw new No(
                    "400", "The periods of " + metric + " are " + known.get().periods());
        }
        var dimensions = RuleChecks.json(parameters.getOrDefault("Dimensions", "{}"));
        var start = Long.parseLong(parameters.getOrDefault("StartTime", ""));
        var end = Long.parseLong(parameters.getOrDefault("EndTime", ""));
        var found = points.stream()
                .filter(point -> metric.equals(point.get("metric")))
                .filter(point ->
                        RuleChecks.json(String.valueOf(point.get("dimensions"))).equals(dimensions))
                .filter(point -> point.get("timestamp") instanceof Long at && at >= start && at < end)
                .map(point -> {
                    var shown = new TreeMap<>(point);
                    shown.remove("metric");
                    shown.remove("dimensions");
                    return shown.entrySet().stream()
                            .map(each -> "\"" + each.getKey() + "\":" + each.getValue())
                            .collect(Collectors.joining(",", "{", "}"));
                })
                .collect(Collectors.joining(",", "[", "]"));
        return CloudMonitorState.ok(Map.of("Datapoints", found, "Period", parameters.getOrDefault("Period", "")));
    }

    Reply list(Map<String, String> parameters) {
        var found = metrics.stream()
                .filter(each -> each.namespace().equals(parameters.getOrDefault("Namespace", each.namespace())))
                .filter(each -> each.name().equals(parameters.getOrDefault("MetricName", each.name())))
                .toList();
        return CloudMonitorState.ok(Map.of(
                "TotalCount",
                Integer.toString(found.size()),
                "Resources",
                Map.of(
                        "Resource",
                        CloudMonitorState.page(found, parameters, "PageNumber").stream()
                                .map(each -> Map.of(
                                        "Namespace", each.namespace(),
                                        "MetricName", each.name(),
                                        "Statistics", each.statistics(),
                                        "Periods", each.periods(),
                                        "Dimensions", "userId,region,functionName"))
                                .toList())));
    }

    /** Refuses what no metric has. */
    void check(String namespace, String name, String statistic, String period) {
        var metric = metrics.stream()
                .filter(each ->
                        each.namespace().equals(namespace) && each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new No("404", "The metric " + namespace + " " + name + " is not found."));
        if (!List.of(metric.statistics().split(",", -1)).contains(statistic)) {
            throw new No("400", "The statistics of " + name + " are " + metric.statistics());
        }
        if (!List.of(metric.periods().split(",", -1)).contains(period)) {
            throw new No("400", "The periods of " + name + " are " + metric.periods());
        }
    }
}
