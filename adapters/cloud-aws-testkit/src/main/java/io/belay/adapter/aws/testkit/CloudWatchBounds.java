package io.belay.adapter.aws.testkit;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** What CloudWatch refuses of an alarm, as in PutMetricAlarm and PutCompositeAlarm of the CloudWatch API Reference. */
final class CloudWatchBounds {
    private static final Pattern ASKED =
            Pattern.compile("(?:ALARM|OK|INSUFFICIENT_DATA)\\((?:\"([^\"]*)\"|([^)\"]*))\\)");
    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;

    private CloudWatchBounds() {}

    static Refusal invalid(String message) {
        return new Refusal(400, "ValidationError", message);
    }

    /** Of both kinds. */
    static void any(Map<String, String> form) {
        var name = form.getOrDefault("AlarmName", "");
        hold(!name.isEmpty() && name.length() <= 255, "AlarmName is of 1 to 255 characters");
        hold(form.getOrDefault("AlarmDescription", "").length() <= 1_024, "AlarmDescription is of 1024 characters");
        for (var state : new String[] {"AlarmActions", "OKActions", "InsufficientDataActions"}) {
            hold(count(form, state + ".member.") <= 5, "Too many actions in " + state);
        }
    }

    static void metric(Map<String, String> form) {
        any(form);
        var evaluations = number(form, "EvaluationPeriods");
        hold(evaluations >= 1, "EvaluationPeriods is required");
        hold(
                Integer.parseInt(form.getOrDefault("DatapointsToAlarm", "1")) <= evaluations,
                "DatapointsToAlarm must be less than or equal to EvaluationPeriods");
        hold(form.containsKey("ComparisonOperator"), "ComparisonOperator is required");
        hold(
                form.containsKey("Threshold") != form.containsKey("ThresholdMetricId"),
                "Exactly one of Threshold and ThresholdMetricId is given");
        var many = form.keySet().stream().anyMatch(key -> key.startsWith("Metrics.member."));
        hold(many != form.containsKey("MetricName"), "Exactly one of MetricName and Metrics is given");
        if (many) {
            metrics(form);
        } else {
            hold(
                    form.containsKey("Statistic") != form.containsKey("ExtendedStatistic"),
                    "Exactly one of Statistic and ExtendedStatistic is given");
            hold(form.containsKey("Period"), "Period is required");
        }
        form.forEach((key, value) -> {
            if (key.equals("Period") || key.endsWith(".Period")) {
                period(Integer.parseInt(value), evaluations);
            }
        });
    }

    private static void period(int period, int evaluations) {
        hold(
                period == 10 || period == 20 || period == 30 || (period > 0 && period % 60 == 0),
                "Period must be 10, 20, 30 or a multiple of 60");
        hold(
                (long) period * evaluations <= (period >= HOUR ? 7 * DAY : DAY),
                "Metrics cannot be checked across more than a day (EvaluationPeriods * Period must be <= 86400)");
    }

    private static void metrics(Map<String, String> form) {
        var ids = new HashSet<String>();
        form.forEach((key, value) -> {
            if (key.matches("Metrics\\.member\\.\\d+\\.Id")) {
                hold(value.matches("[a-z][a-zA-Z0-9_]*") && ids.add(value), "Invalid metrics list: id " + value);
            }
        });
        var answers = form.entrySet().stream()
                .filter(each ->
                        each.getKey().endsWith(".ReturnData") && each.getValue().equals("true"))
                .count();
        var band = form.get("ThresholdMetricId");
        hold(answers == (band == null ? 1 : 2), "Invalid metrics list: ReturnData");
        hold(band == null || ids.contains(band), "ThresholdMetricId is none of the metrics");
        var stats = form.keySet().stream()
                .filter(key -> key.endsWith(".MetricStat.Stat"))
                .count();
        hold(stats <= 10, "Invalid metrics list: more than 10 metrics");
    }

    /** "The composite alarm and all underlying alarms must be in the same account and Region", and there. */
    static void composite(Map<String, String> form, Set<String> there) {
        any(form);
        var rule = form.getOrDefault("AlarmRule", "");
        hold(!rule.isEmpty() && rule.length() <= 10_240, "AlarmRule is of 1 to 10240 characters");
        for (var asked : asked(form)) {
            hold(there.contains(asked), "Unable to find alarm " + asked);
        }
        var suppressor = form.containsKey("ActionsSuppressor");
        hold(
                suppressor == form.containsKey("ActionsSuppressorWaitPeriod")
                        && suppressor == form.containsKey("ActionsSuppressorExtensionPeriod"),
                "ActionsSuppressor, WaitPeriod and ExtensionPeriod are given together");
    }

    /** The names of the alarms that a composite alarm cannot be without. */
    static Set<String> asked(Map<String, String> form) {
        var asked = new HashSet<String>();
        var match = ASKED.matcher(form.getOrDefault("AlarmRule", ""));
        while (match.find()) {
            asked.add(match.group(1) == null ? match.group(2) : match.group(1));
        }
        if (form.containsKey("ActionsSuppressor")) {
            asked.add(form.getOrDefault("ActionsSuppressor", ""));
        }
        return asked;
    }

    private static long count(Map<String, String> form, String prefix) {
        return form.keySet().stream().filter(key -> key.startsWith(prefix)).count();
    }

    private static int number(Map<String, String> form, String key) {
        return Integer.parseInt(form.getOrDefault(key, "0"));
    }

    static void hold(boolean so, String message) {
        if (!so) {
            throw invalid(message);
        }
    }
}
