package io.belay.adapter.aws.testkit;

import static io.belay.adapter.aws.testkit.Xml.element;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/**
 * What metrics measured. From the CloudWatch API Reference, GetMetricData: a value for each period that has data and lies between
 * StartTime, which is included, and EndTime, which is not; the latest first where ScanBy says so; a metric of other dimensions is
 * another metric. Of statistics, {@code Sum}, {@code Average}, {@code Minimum}, {@code Maximum}, {@code SampleCount} and percentiles of two
 * digits, by the nearest rank ({@code p95}).
 */
final class CloudWatchMetrics {
    private static final String QUERY = "MetricDataQueries.member.1.";
    private static final String METRIC = QUERY + "MetricStat.Metric.";

    private final Collection<Sample> samples = new ConcurrentLinkedQueue<>();

    private record Sample(String metric, Instant at, double value) {}

    void add(String namespace, String name, Map<String, String> dimensions, Instant at, double value) {
        samples.add(new Sample(key(namespace, name, dimensions), at, value));
    }

    private static String key(String namespace, String name, Map<String, String> dimensions) {
        return namespace + " " + name + " " + new TreeMap<>(dimensions);
    }

    Optional<String> answer(String action, Map<String, String> form) {
        return action.equals("GetMetricData") ? Optional.of(data(form)) : Optional.empty();
    }

    private String data(Map<String, String> form) {
        var period = Long.parseLong(form.getOrDefault(QUERY + "MetricStat.Period", "0"));
        CloudWatchBounds.hold(period > 0 && period % 60 == 0, "Period must be a multiple of 60");
        var metric = key(
                form.getOrDefault(METRIC + "Namespace", ""),
                form.getOrDefault(METRIC + "MetricName", ""),
                dimensions(form));
        var start = Instant.parse(form.getOrDefault("StartTime", "")).getEpochSecond();
        var end = Instant.parse(form.getOrDefault("EndTime", "")).getEpochSecond();
        CloudWatchBounds.hold(start < end, "StartTime must be before EndTime");
        var statistic = form.getOrDefault(QUERY + "MetricStat.Stat", "");
        var values = new TreeMap<Long, String>();
        LongStream.iterate(start, from -> from < end, from -> from + period)
                .forEach(from ->
                        value(metric, from, from + period, statistic).ifPresent(value -> values.put(from, value)));
        var ordered = form.getOrDefault("ScanBy", "TimestampDescending").equals("TimestampDescending")
                ? values.descendingMap()
                : values;
        return "<MetricDataResults><member>" + element("Id", form.getOrDefault(QUERY + "Id", ""))
                + element("StatusCode", "Complete")
                + "<Timestamps>"
                + ordered.keySet().stream()
                        .map(at -> element("member", Instant.ofEpochSecond(at).toString()))
                        .collect(Collectors.joining())
                + "</Timestamps><Values>"
                + ordered.values().stream()
                        .map(value -> element("member", value))
                        .collect(Collectors.joining())
                + "</Values></member></MetricDataResults>";
    }

    private static Map<String, String> dimensions(Map<String, String> form) {
        var dimensions = new TreeMap<String, String>();
        for (int at = 1; form.containsKey(METRIC + "Dimensions.member." + at + ".Name"); at++) {
            var key = METRIC + "Dimensions.member." + at;
            dimensions.put(form.getOrDefault(key + ".Name", ""), form.getOrDefault(key + ".Value", ""));
        }
        return dimensions;
    }

    private Optional<String> value(String metric, long from, long to, String statistic) {
        var found = samples.stream()
                .filter(each -> each.metric().equals(metric))
                .filter(each -> each.at().getEpochSecond() >= from && each.at().getEpochSecond() < to)
                .mapToDouble(Sample::value)
                .sorted()
                .toArray();
        return found.length == 0 ? Optional.empty() : Optional.of(Double.toString(statistic(statistic, found)));
    }

    private static double statistic(String name, double[] sorted) {
        if (name.matches("p\\d\\d")) {
            var rank = Math.ceilDiv(sorted.length * Integer.parseInt(name.substring(1)), 100);
            return sorted[Math.max(rank, 1) - 1];
        }
        var all = DoubleStream.of(sorted).summaryStatistics();
        return switch (name) {
            case "Sum" -> all.getSum();
            case "Average" -> all.getAverage();
            case "Minimum" -> all.getMin();
            case "Maximum" -> all.getMax();
            case "SampleCount" -> all.getCount();
            default -> throw new Refusal(400, "ValidationError", "this server reckons no " + name);
        };
    }
}
