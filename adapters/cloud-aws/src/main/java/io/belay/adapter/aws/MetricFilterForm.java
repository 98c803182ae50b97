package io.belay.adapter.aws;

import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Owner;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import software.amazon.awssdk.services.cloudwatchlogs.model.MetricTransformation;
import software.amazon.awssdk.services.cloudwatchlogs.model.StandardUnit;

/** A metric filter's normal form; see PutMetricFilter in the CloudWatch Logs API Reference. */
final class MetricFilterForm {
    /** The key of the tag of a log group that says whose a filter is; behind it, the filter's name. */
    static final String TAG = "belay:filter:";

    /** A tag's key is of 128 characters at most, and of these; a filter's name has neither : nor *. */
    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N} _./=+@-]{1,115}");

    private static final int LONGEST_PATTERN = 1_024;

    private MetricFilterForm() {}

    /** Why {@code wanted} cannot be. */
    static Optional<String> unfit(MetricFilter wanted) {
        if (!NAME.matcher(wanted.name()).matches()) {
            return Optional.of("its name becomes a tag's key: 1 to 115 letters, digits, spaces and _ . / = + @ -");
        }
        if (wanted.pattern().length() > LONGEST_PATTERN) {
            return Optional.of("a pattern is of 1,024 characters at most");
        }
        var metric = wanted.namespace() + wanted.metric();
        return metric.chars().anyMatch(each -> ":*$".indexOf(each) >= 0)
                        || wanted.namespace().length() > 255
                        || wanted.metric().length() > 255
                ? Optional.of("a metric's names are of 255 characters at most, without : * and $")
                : Optional.empty();
    }

    /** What is counted otherwise is kept as a double. */
    static Canonical of(MetricFilter wanted, Optional<Owner> owner) {
        return Canonical.of(
                new MetricFilter(
                        wanted.name(),
                        wanted.log(),
                        wanted.pattern(),
                        wanted.namespace(),
                        wanted.metric(),
                        wanted.value(),
                        wanted.otherwise().map(each -> BigDecimal.valueOf(each.doubleValue()))),
                owner);
    }

    /** Of a filter that is there, with what none of ours has. */
    static Canonical read(
            software.amazon.awssdk.services.cloudwatchlogs.model.MetricFilter filter, Map<String, String> tags) {
        var counts = filter.metricTransformations().isEmpty()
                ? MetricTransformation.builder().build()
                : filter.metricTransformations().getFirst();
        var form = of(
                new MetricFilter(
                        filter.filterName(),
                        filter.logGroupName(),
                        Optional.ofNullable(filter.filterPattern()).orElse(""),
                        Optional.ofNullable(counts.metricNamespace()).orElse(""),
                        Optional.ofNullable(counts.metricName()).orElse(""),
                        Optional.ofNullable(counts.metricValue()).orElse(""),
                        Optional.ofNullable(counts.defaultValue()).map(BigDecimal::valueOf)),
                Optional.ofNullable(tags.get(TAG + filter.filterName())).flatMap(Owner::read));
        if (counts.unit() != null && counts.unit() != StandardUnit.NONE) {
            form = form.with("unit", counts.unitAsString());
        }
        if (!counts.dimensions().isEmpty()) {
            form = form.with("dimensions", counts.dimensions().toString());
        }
        return Boolean.TRUE.equals(filter.applyOnTransformedLogs()) ? form.with("reads", "transformed logs") : form;
    }
}
