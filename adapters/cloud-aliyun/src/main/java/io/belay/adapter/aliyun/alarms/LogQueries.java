package io.belay.adapter.aliyun.alarms;

import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Statistic;
import java.util.Optional;

/**
 * Questions to the log of a function's requests that tell a signal, a number for each minute. ("Request-level metric logs" of Function
 * Compute 3.0: the topic {@code FCRequestMetrics:/NAME} with durationMs and hasFunctionError; they are there where request metrics
 * are switched on.) Pages of Log Service show logs, and none of CloudMonitor's metrics.
 */
final class LogQueries {
    private LogQueries() {}

    /** The question for {@code wanted}; empty where logs do not tell it. */
    static Optional<String> of(Measure wanted) {
        return switch (wanted) {
            case Measure.Query(var text) -> Optional.of(text.strip());
            case Measure.Of of -> value(of).map(value -> of(of.subject().getOrDefault("function", ""), value));
            case Measure.Metric _, Measure.Maths _ -> Optional.empty();
        };
    }

    private static String of(String function, String value) {
        return "__topic__: \"FCRequestMetrics:/" + function + "\" | select __time__ - __time__ % 60 as minute, " + value
                + " as value group by minute order by minute limit 10000";
    }

    private static Optional<String> value(Measure.Of of) {
        return switch (of.signal()) {
            case FUNCTION_ERRORS -> Optional.of("count_if(hasFunctionError = 'true')");
            case FUNCTION_ERROR_RATE -> Optional.of("100.0 * count_if(hasFunctionError = 'true') / count(*)");
            case FUNCTION_DURATION -> duration(of.statistic()).map(each -> each + " / 1000.0");
            default -> Optional.empty();
        };
    }

    private static Optional<String> duration(Statistic statistic) {
        var percentile = statistic.percentile();
        if (percentile.isPresent()) {
            return Optional.of("approx_percentile(durationMs, "
                    + percentile.get().movePointLeft(2).toPlainString() + ")");
        }
        return switch (statistic.word()) {
            case "average" -> Optional.of("avg(durationMs)");
            case "maximum" -> Optional.of("max(durationMs)");
            case "minimum" -> Optional.of("min(durationMs)");
            default -> Optional.empty();
        };
    }
}
