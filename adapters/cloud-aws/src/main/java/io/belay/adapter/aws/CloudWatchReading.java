package io.belay.adapter.aws;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Limit;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Window;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.services.cloudwatch.model.CompositeAlarm;
import software.amazon.awssdk.services.cloudwatch.model.MetricAlarm;

/** Alarms as DescribeAlarms lists them, in normal form. What no alarm of ours has is a field of its own, so that it is seen. */
final class CloudWatchReading {
    private CloudWatchReading() {}

    static Held held(MetricAlarm alarm) {
        var mark = CloudWatchMark.read(Optional.ofNullable(alarm.alarmDescription()));
        var measured = CloudWatchMeasured.of(alarm);
        var evaluations = Objects.requireNonNullElse(alarm.evaluationPeriods(), 1);
        var spec = new AlarmSpec(
                alarm.alarmName(),
                mark.description(),
                measured.measure(),
                limit(alarm, measured),
                new Window(
                        Duration.ofSeconds(measured.period()),
                        evaluations,
                        Objects.requireNonNullElse(alarm.datapointsToAlarm(), evaluations)),
                CloudWatchWords.missing(Optional.ofNullable(alarm.treatMissingData())),
                Severity.CRITICAL,
                receivers(alarm.alarmActions()),
                !alarm.okActions().isEmpty(),
                Optional.empty());
        var form = CloudWatchForms.form(spec, mark.owner());
        for (var each : measured.beyond().entrySet()) {
            form = form.with(each.getKey(), each.getValue());
        }
        // "Evaluate" is what happens where nothing is said.
        if ("ignore".equals(alarm.evaluateLowSampleCountPercentile())) {
            form = form.with("few samples", "ignored");
        }
        return held(
                form, alarm.actionsEnabled(), alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
    }

    private static Limit limit(MetricAlarm alarm, CloudWatchMeasured measured) {
        return measured.band()
                .<Limit>map(width -> new Limit.Band(width, CloudWatchWords.side(alarm.comparisonOperator())))
                .orElseGet(() -> threshold(alarm));
    }

    private static Limit threshold(MetricAlarm alarm) {
        var bound = BigDecimal.valueOf(Objects.requireNonNullElse(alarm.threshold(), 0.0));
        return CloudWatchWords.comparison(alarm.comparisonOperator())
                .<Limit>map(comparison -> new Limit.Threshold(comparison, bound))
                // A band that cannot be read; the measure has it as it stands there.
                .orElseGet(() -> new Limit.Band(BigDecimal.ONE, CloudWatchWords.side(alarm.comparisonOperator())));
    }

    static Held held(CompositeAlarm alarm) {
        var mark = CloudWatchMark.read(Optional.ofNullable(alarm.alarmDescription()));
        var hush = Optional.ofNullable(alarm.actionsSuppressor())
                .filter(said -> !said.isEmpty())
                .map(said -> new Composite.Hush(
                        CloudWatchRule.name(said),
                        seconds(alarm.actionsSuppressorWaitPeriod()),
                        seconds(alarm.actionsSuppressorExtensionPeriod())));
        var spec = new Composite(
                alarm.alarmName(),
                mark.description(),
                CloudWatchRule.asking(alarm.alarmRule()),
                Severity.CRITICAL,
                receivers(alarm.alarmActions()),
                !alarm.okActions().isEmpty(),
                hush);
        var form = CloudWatchForms.form(spec, mark.owner(), alarm.alarmRule());
        return held(
                form, alarm.actionsEnabled(), alarm.alarmActions(), alarm.okActions(), alarm.insufficientDataActions());
    }

    private static Duration seconds(Integer said) {
        return Duration.ofSeconds(Objects.requireNonNullElse(said, 0));
    }

    private static Held held(
            Canonical form, Boolean enabled, List<String> red, List<String> green, List<String> unknown) {
        var seen = form;
        if (!green.isEmpty() && !List.copyOf(red).equals(List.copyOf(green))) {
            seen = seen.with("told when green", String.join(", ", green));
        }
        if (!unknown.isEmpty()) {
            seen = seen.with("told without data", String.join(", ", unknown));
        }
        if (!Boolean.FALSE.equals(enabled)) {
            return Held.of(seen);
        }
        seen = seen.with(CloudWatchForms.ACTIONS, "off");
        return red.isEmpty()
                ? Held.of(seen)
                : new Held(
                        seen,
                        List.of(new Obstacle(
                                Obstacle.Reason.SWITCHED_OFF,
                                String.join(", ", red),
                                "the actions of " + form.resource().name() + " are switched off")));
    }

    private static List<Receiver> receivers(List<String> actions) {
        return actions.stream().map(each -> new Receiver(each, List.of())).toList();
    }
}
