package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.probe.MetricFacts;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Settings;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.GetMetricDataRequest;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.ScanBy;

/**
 * Asks CloudWatch for one metric, the latest values first ({@code GetMetricData} of the CloudWatch API Reference). A period that has
 * only begun is left out: its sum is not yet one.
 */
record MetricProbe(AwsClients clients, Settings settings, Set<FactName> asked) implements Probe {
    @Override
    public Target target() {
        var metric = settings.get(MetricKind.NAMESPACE).shown() + " "
                + settings.get(MetricKind.METRIC).shown();
        return new Target(metric, "monitoring." + clients.place().region() + ".amazonaws.com");
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var start = System.nanoTime();
        var answer = AwsCall.ask(
                deadline,
                limits -> clients.cloudWatch()
                        .getMetricData(
                                request(deadline).overrideConfiguration(limits).build()));
        var values = answer.metricDataResults().stream()
                .flatMap(result -> result.values().stream())
                .map(BigDecimal::valueOf)
                .toList();
        return new Observation.Answered(MetricFacts.of(values, asked), Duration.ofNanos(System.nanoTime() - start));
    }

    private GetMetricDataRequest.Builder request(Deadline deadline) {
        var period = settings.get(MetricKind.PERIOD);
        var now = deadline.time().instant().getEpochSecond();
        var end = Instant.ofEpochSecond(now - now % period.toSeconds());
        var dimensions = settings.find(MetricKind.DIMENSIONS).orElse(Map.of()).entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(each.getValue().reveal())
                        .build())
                .toList();
        var metric = Metric.builder()
                .namespace(settings.get(MetricKind.NAMESPACE).reveal())
                .metricName(settings.get(MetricKind.METRIC).reveal())
                .dimensions(dimensions)
                .build();
        var stat = MetricStat.builder()
                .metric(metric)
                .stat(settings.get(MetricKind.STATISTIC).reveal())
                .period(Math.toIntExact(period.toSeconds()))
                .build();
        return GetMetricDataRequest.builder()
                .startTime(end.minus(settings.get(MetricKind.WINDOW)))
                .endTime(end)
                .scanBy(ScanBy.TIMESTAMP_DESCENDING)
                .metricDataQueries(
                        MetricDataQuery.builder().id("m").metricStat(stat).build());
    }
}
