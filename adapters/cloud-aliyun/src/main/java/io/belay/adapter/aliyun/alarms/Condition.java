package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import io.belay.core.fact.Comparison;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One of several conditions of one rule, as a text: {@code @cpu_total[60].$Average > 5 of acs_ecs_dashboard {"instanceId":"i-1"}}. By
 * that a rule on several metrics is known, since CloudMonitor knows no rule on rules.
 *
 * @param period in seconds
 */
record Condition(
        String namespace,
        SortedMap<String, String> dimensions,
        String metric,
        String statistic,
        long period,
        Comparison comparison,
        BigDecimal bound) {
    private static final Pattern TEXT = Pattern.compile(
            "@([^\\[\\s]+)\\[(\\d{1,9})]\\.\\$(\\S+) (<|<=|>|>=) (-?\\d+(?:\\.\\d+)?) of (\\S+) (\\{.*})");

    /** What {@code alarm}, in its canonical form, asks; empty where it is no plain threshold on one metric. */
    static Optional<Condition> of(AlarmSpec alarm) {
        return alarm.measure() instanceof Measure.Metric metric
                        && alarm.limit() instanceof Limit.Threshold(var comparison, var bound)
                ? Optional.of(new Condition(
                        metric.namespace(),
                        metric.dimensions(),
                        metric.name(),
                        Words.written(metric.statistic()),
                        alarm.window().period().toSeconds(),
                        comparison,
                        bound))
                : Optional.empty();
    }

    /** What {@code text} says; empty where it is none of ours. */
    static Optional<Condition> read(String text) {
        var match = TEXT.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var dimensions = new TreeMap<String, String>();
        var json = Json.read(match.group(7)).orElse(Json.EMPTY);
        json.members().keySet().forEach(name -> json.text(name).ifPresent(value -> dimensions.put(name, value)));
        return Words.sign(match.group(4))
                .map(comparison -> new Condition(
                        match.group(6),
                        dimensions,
                        match.group(1),
                        match.group(3),
                        Long.parseLong(match.group(2)),
                        comparison,
                        new BigDecimal(match.group(5))));
    }

    /** As {@link #read} takes it. */
    String text() {
        return "@" + metric + "[" + period + "].$" + statistic + " " + comparison.sign() + " " + bound.toPlainString()
                + " of " + namespace + " " + Json.write(dimensions);
    }

    /** As PutResourceMetricRule takes it in a list. */
    Map<String, Object> written() {
        return new TreeMap<>(Map.of(
                "MetricName", metric,
                "Period", period,
                "Statistics", statistic,
                "ComparisonOperator", Words.written(comparison),
                "Threshold", bound.toPlainString()));
    }
}
