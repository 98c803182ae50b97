package io.belay.adapter.aws;

import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Missing;
import io.belay.core.alarm.Statistic;
import io.belay.core.fact.Comparison;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;

/** CloudWatch's words for what an alarm is made of; see PutMetricAlarm in the CloudWatch API Reference. */
final class CloudWatchWords {
    private CloudWatchWords() {}

    static String written(Statistic statistic) {
        return switch (statistic.word()) {
            case "sum" -> "Sum";
            case "average" -> "Average";
            case "minimum" -> "Minimum";
            case "maximum" -> "Maximum";
            case "count" -> "SampleCount";
            default -> statistic.word();
        };
    }

    static Statistic statistic(String written) {
        return switch (written) {
            case "Sum" -> Statistic.SUM;
            case "Average" -> Statistic.AVERAGE;
            case "Minimum" -> Statistic.MINIMUM;
            case "Maximum" -> Statistic.MAXIMUM;
            case "SampleCount" -> Statistic.COUNT;
            default -> new Statistic(written);
        };
    }

    static String written(Missing missing) {
        return switch (missing) {
            case GREEN -> "notBreaching";
            case RED -> "breaching";
            case IGNORED -> "ignore";
            case UNKNOWN -> "missing";
        };
    }

    /** "If you omit this parameter, the default behavior of missing is used." */
    static Missing missing(Optional<String> written) {
        return switch (written.orElse("missing")) {
            case "notBreaching" -> Missing.GREEN;
            case "breaching" -> Missing.RED;
            case "ignore" -> Missing.IGNORED;
            default -> Missing.UNKNOWN;
        };
    }

    static ComparisonOperator written(Limit limit) {
        return switch (limit) {
            case Limit.Threshold threshold ->
                switch (threshold.comparison()) {
                    case BELOW -> ComparisonOperator.LESS_THAN_THRESHOLD;
                    case AT_MOST -> ComparisonOperator.LESS_THAN_OR_EQUAL_TO_THRESHOLD;
                    case AT_LEAST -> ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD;
                    case ABOVE -> ComparisonOperator.GREATER_THAN_THRESHOLD;
                };
            case Limit.Band band ->
                switch (band.side()) {
                    case ABOVE -> ComparisonOperator.GREATER_THAN_UPPER_THRESHOLD;
                    case BELOW -> ComparisonOperator.LESS_THAN_LOWER_THRESHOLD;
                    case OUTSIDE -> ComparisonOperator.LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD;
                };
        };
    }

    /** Of an alarm with a threshold; empty where it has none, or a comparison of which this SDK does not know. */
    static Optional<Comparison> comparison(ComparisonOperator written) {
        return switch (written) {
            case LESS_THAN_THRESHOLD -> Optional.of(Comparison.BELOW);
            case LESS_THAN_OR_EQUAL_TO_THRESHOLD -> Optional.of(Comparison.AT_MOST);
            case GREATER_THAN_OR_EQUAL_TO_THRESHOLD -> Optional.of(Comparison.AT_LEAST);
            case GREATER_THAN_THRESHOLD -> Optional.of(Comparison.ABOVE);
            case GREATER_THAN_UPPER_THRESHOLD,
                    LESS_THAN_LOWER_THRESHOLD,
                    LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD,
                    UNKNOWN_TO_SDK_VERSION -> Optional.empty();
        };
    }

    static Limit.Side side(ComparisonOperator written) {
        return switch (written) {
            case GREATER_THAN_UPPER_THRESHOLD, GREATER_THAN_THRESHOLD, GREATER_THAN_OR_EQUAL_TO_THRESHOLD ->
                Limit.Side.ABOVE;
            case LESS_THAN_LOWER_THRESHOLD, LESS_THAN_THRESHOLD, LESS_THAN_OR_EQUAL_TO_THRESHOLD -> Limit.Side.BELOW;
            case LESS_THAN_LOWER_OR_GREATER_THAN_UPPER_THRESHOLD, UNKNOWN_TO_SDK_VERSION -> Limit.Side.OUTSIDE;
        };
    }
}
