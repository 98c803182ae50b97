package io.belay.adapter.aws;

import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Receiver;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.Metric;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;
import software.amazon.awssdk.services.cloudwatch.model.PutCompositeAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.PutMetricAlarmRequest;
import software.amazon.awssdk.services.cloudwatch.model.Tag;

/**
 * Canonical alarms as CloudWatch is asked for them. "If you are updating an alarm, the update completely overwrites the previous
 * configuration of the alarm", and tags are taken only when it is made: PutMetricAlarm in the CloudWatch API Reference.
 */
final class CloudWatchWriting {
    /** By which an expression calls the band around a metric. */
    static final String BAND = "band";

    private static final List<String> PLAIN = List.of("Sum", "Average", "Minimum", "Maximum", "SampleCount");
    private static final String METRIC = "metric";
    private static final String RESULT = "result";

    private CloudWatchWriting() {}

    static Tag tag(Owner owner) {
        return Tag.builder().key(CloudWatchMark.TAG).value(owner.mark()).build();
    }

    static PutMetricAlarmRequest.Builder request(AlarmSpec alarm, Owner owner) {
        var request = PutMetricAlarmRequest.builder()
                .alarmName(alarm.name())
                .alarmDescription(new CloudWatchMark(alarm.description(), Optional.of(owner)).written())
                .actionsEnabled(true)
                .alarmActions(actions(alarm.receivers()))
                .okActions(alarm.recovery() ? actions(alarm.receivers()) : List.of())
                .evaluationPeriods(alarm.window().evaluations())
                .datapointsToAlarm(alarm.window().breaching())
                .comparisonOperator(CloudWatchWords.written(alarm.limit()))
                .treatMissingData(CloudWatchWords.written(alarm.missing()))
                .tags(tag(owner));
        var period = seconds(alarm);
        return switch (alarm.limit()) {
            case Limit.Threshold threshold ->
                measured(request.threshold(threshold.bound().doubleValue()), alarm.measure(), period);
            case Limit.Band band ->
                request.thresholdMetricId(BAND)
                        .metrics(
                                query(METRIC, period, (Measure.Metric) alarm.measure(), true),
                                MetricDataQuery.builder()
                                        .id(BAND)
                                        .expression("ANOMALY_DETECTION_BAND(" + METRIC + ", "
                                                + band.width().toPlainString() + ")")
                                        .returnData(true)
                                        .build());
        };
    }

    private static PutMetricAlarmRequest.Builder measured(
            PutMetricAlarmRequest.Builder request, Measure measure, int period) {
        return switch (measure) {
            case Measure.Metric metric -> {
                var statistic = CloudWatchWords.written(metric.statistic());
                if (PLAIN.contains(statistic)) {
                    request.statistic(statistic);
                } else {
                    request.extendedStatistic(statistic);
                }
                yield request.namespace(metric.namespace())
                        .metricName(metric.name())
                        .dimensions(dimensions(metric))
                        .period(period);
            }
            case Measure.Maths(var expression, var metrics) -> {
                var queries = new ArrayList<MetricDataQuery>();
                metrics.forEach((id, metric) -> queries.add(query(id, period, metric, false)));
                queries.add(MetricDataQuery.builder()
                        .id(metrics.containsKey(RESULT) ? RESULT + "Of" + metrics.size() : RESULT)
                        .expression(expression)
                        .returnData(true)
                        .build());
                yield request.metrics(queries);
            }
            case Measure.Query(var text) ->
                request.metrics(MetricDataQuery.builder()
                        .id(RESULT)
                        .expression(text)
                        .period(period)
                        .returnData(true)
                        .build());
            case Measure.Of of -> throw new IllegalArgumentException("no form of CloudWatch: " + of.shown());
        };
    }

    private static MetricDataQuery query(String id, int period, Measure.Metric metric, boolean answers) {
        return MetricDataQuery.builder()
                .id(id)
                .metricStat(MetricStat.builder()
                        .metric(Metric.builder()
                                .namespace(metric.namespace())
                                .metricName(metric.name())
                                .dimensions(dimensions(metric))
                                .build())
                        .period(period)
                        .stat(CloudWatchWords.written(metric.statistic()))
                        .build())
                .returnData(answers)
                .build();
    }

    private static List<Dimension> dimensions(Measure.Metric metric) {
        return metric.dimensions().entrySet().stream()
                .map(each -> Dimension.builder()
                        .name(each.getKey())
                        .value(each.getValue())
                        .build())
                .toList();
    }

    static PutCompositeAlarmRequest.Builder request(Composite composite, Owner owner) {
        var request = PutCompositeAlarmRequest.builder()
                .alarmName(composite.name())
                .alarmDescription(new CloudWatchMark(composite.description(), Optional.of(owner)).written())
                .actionsEnabled(true)
                .alarmActions(actions(composite.receivers()))
                .okActions(composite.recovery() ? actions(composite.receivers()) : List.of())
                .alarmRule(CloudWatchRule.written(composite.rule()))
                .tags(tag(owner));
        composite
                .hush()
                .ifPresent(hush -> request.actionsSuppressor(hush.alarm())
                        .actionsSuppressorWaitPeriod(
                                Math.toIntExact(hush.patience().toSeconds()))
                        .actionsSuppressorExtensionPeriod(
                                Math.toIntExact(hush.extension().toSeconds())));
        return request;
    }

    private static List<String> actions(List<Receiver> receivers) {
        return receivers.stream().map(Receiver::name).toList();
    }

    private static int seconds(AlarmSpec alarm) {
        return Math.toIntExact(alarm.window().period().toSeconds());
    }
}
