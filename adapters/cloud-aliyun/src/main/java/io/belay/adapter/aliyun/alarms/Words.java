package io.belay.adapter.aliyun.alarms;

import io.belay.core.Severity;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Statistic;
import io.belay.core.fact.Comparison;
import java.util.Optional;

/** CloudMonitor's words for what a rule is made of: PutResourceMetricRule in its API reference. */
final class Words {
    private Words() {}

    static String written(Statistic statistic) {
        return switch (statistic.word()) {
            case "sum" -> "Sum";
            case "average" -> "Average";
            case "minimum" -> "Minimum";
            case "maximum" -> "Maximum";
            case "count" -> "Count";
            default -> statistic.word();
        };
    }

    static Statistic statistic(String written) {
        return switch (written) {
            case "Sum" -> Statistic.SUM;
            case "Average" -> Statistic.AVERAGE;
            case "Minimum" -> Statistic.MINIMUM;
            case "Maximum" -> Statistic.MAXIMUM;
            case "Count" -> Statistic.COUNT;
            default -> new Statistic(written.isBlank() ? "Value" : written);
        };
    }

    static String written(Comparison comparison) {
        return switch (comparison) {
            case BELOW -> "LessThanThreshold";
            case AT_MOST -> "LessThanOrEqualToThreshold";
            case AT_LEAST -> "GreaterThanOrEqualToThreshold";
            case ABOVE -> "GreaterThanThreshold";
        };
    }

    /** Empty for what compares with a day or a week ago, and for equality. */
    static Optional<Comparison> comparison(String written) {
        return switch (written) {
            case "LessThanThreshold" -> Optional.of(Comparison.BELOW);
            case "LessThanOrEqualToThreshold" -> Optional.of(Comparison.AT_MOST);
            case "GreaterThanOrEqualToThreshold" -> Optional.of(Comparison.AT_LEAST);
            case "GreaterThanThreshold" -> Optional.of(Comparison.ABOVE);
            default -> Optional.empty();
        };
    }

    /** Of a sign in an expression. */
    static Optional<Comparison> sign(String sign) {
        return switch (sign) {
            case "<" -> Optional.of(Comparison.BELOW);
            case "<=" -> Optional.of(Comparison.AT_MOST);
            case ">=" -> Optional.of(Comparison.AT_LEAST);
            case ">" -> Optional.of(Comparison.ABOVE);
            default -> Optional.empty();
        };
    }

    /** There is none for {@link Missing#RED}. */
    static String written(Missing missing) {
        return switch (missing) {
            case GREEN -> "OK";
            case IGNORED -> "KEEP_LAST_STATE";
            case UNKNOWN, RED -> "INSUFFICIENT_DATA";
        };
    }

    /** "KEEP_LAST_STATE (default)". */
    static Missing missing(String written) {
        return switch (written) {
            case "OK" -> Missing.GREEN;
            case "INSUFFICIENT_DATA" -> Missing.UNKNOWN;
            default -> Missing.IGNORED;
        };
    }

    /** As escalations have it: {@code Critical}, {@code Warn}. */
    static String written(Severity severity) {
        return severity == Severity.CRITICAL ? "Critical" : "Warn";
    }
}
