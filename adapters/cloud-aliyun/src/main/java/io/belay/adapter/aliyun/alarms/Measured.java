package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Measure;
import java.time.Duration;
import java.util.List;
import java.util.TreeMap;

/** What CloudMonitor can measure of what is wanted, held against what it says of its metrics. */
record Measured(Metas metas) {
    /** What became of it. */
    sealed interface Seen {
        /** It is measured so, a number for each {@code period}. */
        record By(Measure measure, Duration period) implements Seen {}

        /** It is not, for {@code reason}. */
        record Not(String reason) implements Seen {}
    }

    Seen of(Measure wanted, Limit.Threshold limit, Duration period, List<Gap> gaps) throws InterruptedException {
        return switch (wanted) {
            case Measure.Metric metric -> metric(metric, period, gaps);
            case Measure.Maths maths -> maths(maths, limit, period, gaps);
            case Measure.Query _ -> new Seen.Not("CloudMonitor has no language of questions: name metrics");
            case Measure.Of of -> throw new IllegalArgumentException("no metric of CloudMonitor: " + of.shown());
        };
    }

    private Seen metric(Measure.Metric metric, Duration period, List<Gap> gaps) throws InterruptedException {
        var meta = metas.of(metric);
        if (meta.isEmpty()) {
            return new Seen.Not("CloudMonitor knows no metric " + metric.name() + " of " + metric.namespace());
        }
        var statistic = meta.get().statistic(metric.statistic());
        if (statistic.isEmpty()) {
            return new Seen.Not("of " + metric.name() + " CloudMonitor tells "
                    + String.join(", ", meta.get().statistics()) + ", and no "
                    + Words.written(metric.statistic()));
        }
        if (!statistic.get().equals(metric.statistic())) {
            gaps.add(new Gap(
                    "measure",
                    metric.shown(),
                    "CloudMonitor tells one value for each of its periods, and nothing made of several: Value"));
        }
        var seconds = meta.get().period(period.plusMillis(999).toSeconds());
        return new Seen.By(
                new Measure.Metric(metric.namespace(), metric.name(), metric.dimensions(), statistic.get()),
                Duration.ofSeconds(seconds));
    }

    private Seen maths(Measure.Maths maths, Limit.Threshold limit, Duration period, List<Gap> gaps)
            throws InterruptedException {
        var first = maths.metrics().firstEntry().getValue();
        var metrics = new TreeMap<String, Measure.Metric>();
        var longest = Duration.ZERO;
        for (var each : maths.metrics().entrySet()) {
            var metric = each.getValue();
            if (!metric.namespace().equals(first.namespace())
                    || !metric.dimensions().equals(first.dimensions())) {
                return new Seen.Not("a rule computes metrics of one thing alone");
            }
            switch (metric(metric, period, gaps)) {
                case Seen.Not not -> {
                    return not;
                }
                case Seen.By(var seen, var span) -> {
                    metrics.put(each.getKey(), (Measure.Metric) seen);
                    longest = span.compareTo(longest) > 0 ? span : longest;
                }
            }
        }
        var span = longest;
        return Expression.written(new Measure.Maths(maths.expression(), metrics), limit, span.toSeconds())
                .flatMap(line -> Expression.read(line, first.namespace(), first.dimensions()))
                .<Seen>map(read -> new Seen.By(read.measure(), span))
                .orElseGet(() -> new Seen.Not("a rule computes with numbers and + - * / ( ) alone"));
    }
}
