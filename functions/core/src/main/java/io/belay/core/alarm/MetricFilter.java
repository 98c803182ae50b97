package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.Fields;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A metric made of what stands in a log.
 *
 * @param log the log group's name
 * @param pattern which lines, in the store's language
 * @param namespace and {@code metric} of the metric that is made
 * @param value what a line counts, in the store's language: {@code 1}, {@code $.latency}
 * @param otherwise what a time without such a line counts; empty where it counts nothing
 */
public record MetricFilter(
        String name,
        String log,
        String pattern,
        String namespace,
        String metric,
        String value,
        Optional<BigDecimal> otherwise)
        implements Resource {
    public MetricFilter {
        requireNonNull(name, "name");
        requireNonNull(log, "log");
        requireNonNull(pattern, "pattern");
        requireNonNull(namespace, "namespace");
        requireNonNull(metric, "metric");
        requireNonNull(value, "value");
        otherwise = otherwise.map(each -> each.signum() == 0 ? BigDecimal.ZERO : each.stripTrailingZeros());
    }

    @Override
    public Kind kind() {
        return Kind.METRIC_FILTER;
    }

    @Override
    public Fields fields() {
        return Fields.NONE
                .with("log", log)
                .with("pattern", pattern)
                .with("metric", namespace + " " + metric)
                .with("value", value)
                .with("otherwise", otherwise.map(BigDecimal::toPlainString));
    }
}
