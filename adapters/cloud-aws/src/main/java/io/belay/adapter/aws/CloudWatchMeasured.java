package io.belay.adapter.aws;

import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Statistic;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import software.amazon.awssdk.services.cloudwatch.model.Dimension;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricDataQuery;
import software.amazon.awssdk.services.cloudwatch.model.MetricStat;

/**
 * What an alarm that is there measures.
 *
 * @param band the width of the band that it may not leave; empty where it has a threshold
 * @param period in seconds
 * @param beyond what no alarm of ours says of its measure: a unit, another account
 */
record CloudWatchMeasured(Measure measure, Optional<BigDecimal> band, int period, Map<String, String> beyond) {
    private static final int MINUTE = 60;
    private static final Pattern BAND =
            Pattern.compile("ANOMALY_DETECTION_BAND\\(\\s*(\\w+)\\s*,\\s*(\\d{1,9}(?:\\.\\d{1,9})?)\\s*\\)");

    static CloudWatchMeasured of(MetricAlarm alarm) {
        var queries = alarm.metrics();
        return queries.isEmpty() ? single(alarm) : of(alarm, queries);
    }

    private static CloudWatchMeasured single(MetricAlarm alarm) {
        var statistic = Optional.ofNullable(alarm.extendedStatistic())
                .filter(said -> !said.isEmpty())
                .map(Statistic::new)
                .orElseGet(() ->
                        CloudWatchWords.statistic(Objects.requireNonNullElse(alarm.statisticAsString(), "Average")));
        var measure = new Measure.Metric(
                Objects.requireNonNullElse(alarm.namespace(), ""),
                Objects.requireNonNullElse(alarm.metricName(), ""),
                dimensions(alarm.dimensions()),
                statistic);
        var beyond = new TreeMap<String, String>();
        Optional.ofNullable(alarm.unitAsString()).ifPresent(unit -> beyond.put("unit", unit));
        return new CloudWatchMeasured(
                measure, Optional.empty(), Objects.requireNonNullElse(alarm.period(), MINUTE), beyond);
    }

    private static CloudWatchMeasured of(MetricAlarm alarm, List<MetricDataQuery> queries) {
        var metrics = new TreeMap<String, Measure.Metric>();
        queries.stream()
                .filter(query -> query.metricStat() != null)
                .forEach(query -> metrics.put(query.id(), metric(query.metricStat())));
        var expressions =
                queries.stream().filter(query -> query.metricStat() == null).toList();
        var periods = queries.stream()
                .flatMap(query -> Stream.ofNullable(
                        query.metricStat() == null
                                ? query.period()
                                : query.metricStat().period()))
                .sorted()
                .distinct()
                .toList();
        var beyond = beyond(queries);
        if (periods.size() > 1) {
            beyond.put("periods", periods.toString());
        }
        var period = periods.isEmpty() ? MINUTE : periods.getLast();
        var band = band(alarm, expressions, metrics);
        if (band.isPresent()) {
            return new CloudWatchMeasured(
                    band.get().metric(), Optional.of(band.get().width()), period, beyond);
        }
        Optional.ofNullable(alarm.thresholdMetricId())
                .ifPresent(id -> beyond.put(
                        "band",
                        expressions.stream()
                                .filter(each -> id.equals(each.id()))
                                .map(MetricDataQuery::expression)
                                .findFirst()
                                .orElse(id)));
        return new CloudWatchMeasured(measure(expressions, metrics), Optional.empty(), period, beyond);
    }

    private record Band(Measure.Metric metric, BigDecimal width) {}

    private static Optional<Band> band(
            MetricAlarm alarm, List<MetricDataQuery> expressions, Map<String, Measure.Metric> metrics) {
        if (alarm.thresholdMetricId() == null || expressions.size() != 1 || metrics.size() != 1) {
            return Optional.empty();
        }
        var match = BAND.matcher(expressions.getFirst().expression());
        if (!match.matches()) {
            return Optional.empty();
        }
        var width = new BigDecimal(match.group(2));
        return width.signum() == 0
                ? Optional.empty()
                : Optional.ofNullable(metrics.get(match.group(1))).map(metric -> new Band(metric, width));
    }

    /** What has more expressions than one is told as it stands there; ours have one. */
    private static Measure measure(List<MetricDataQuery> expressions, TreeMap<String, Measure.Metric> metrics) {
        if (expressions.isEmpty() && metrics.size() == 1) {
            return metrics.firstEntry().getValue();
        }
        if (expressions.size() != 1) {
            return new Measure.Query(Stream.concat(
                            expressions.stream().map(each -> each.id() + " = " + each.expression()),
                            metrics.entrySet().stream()
                                    .map(each -> each.getKey() + " = "
                                            + each.getValue().shown()))
                    .collect(Collectors.joining("; ")));
        }
        var expression = expressions.getFirst().expression();
        return metrics.isEmpty() ? new Measure.Query(expression) : new Measure.Maths(expression, metrics);
    }

    private static TreeMap<String, String> beyond(List<MetricDataQuery> queries) {
        var beyond = new TreeMap<String, String>();
        for (var query : queries) {
            Optional.ofNullable(query.accountId())
                    .ifPresent(account -> beyond.put("account of " + query.id(), account));
            Optional.ofNullable(query.metricStat())
                    .flatMap(stat -> Optional.ofNullable(stat.unitAsString()))
                    .ifPresent(unit -> beyond.put("unit of " + query.id(), unit));
        }
        return beyond;
    }

    private static Measure.Metric metric(MetricStat stat) {
        return new Measure.Metric(
                stat.metric().namespace(),
                stat.metric().metricName(),
                dimensions(stat.metric().dimensions()),
                CloudWatchWords.statistic(stat.stat()));
    }

    private static TreeMap<String, String> dimensions(List<Dimension> dimensions) {
        var sorted = new TreeMap<String, String>();
        dimensions.forEach(each -> sorted.put(each.name(), each.value()));
        return sorted;
    }
}
