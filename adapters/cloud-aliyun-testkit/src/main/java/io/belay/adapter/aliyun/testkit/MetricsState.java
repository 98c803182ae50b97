package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import io.belay.adapter.aliyun.testkit.CloudMonitorState.No;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The metrics that there are. ("As of August 15, 2024, Statistics validation is added": PutResourceMetricRule.) */
final class MetricsState {
    private final List<Metric> metrics = new ArrayList<>();

    private record Metric(String namespace, String name, String statistics, String periods) {}

    void add(String namespace, String name, String statistics, String periods) {
        metrics.add(new Metric(namespace, name, statistics, periods));
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
