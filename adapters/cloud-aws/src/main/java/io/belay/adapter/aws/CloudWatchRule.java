package io.belay.adapter.aws;

import io.belay.core.alarm.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A composite alarm's rule in CloudWatch's words: AlarmRule of PutCompositeAlarm in the CloudWatch API Reference. */
final class CloudWatchRule {
    /** "AlarmRule: maximum length of 10240." */
    static final int LONGEST = 10_240;

    private static final Pattern ASKED =
            Pattern.compile("\\b(?:ALARM|OK|INSUFFICIENT_DATA)\\s*\\(\\s*(?:\"([^\"]*)\"|([^)\"]*?))\\s*\\)");
    private static final String ARN = ":alarm:";

    private CloudWatchRule() {}

    /** {@code ALARM("errors") AND NOT ALARM("deploying")}. */
    static String written(Rule rule) {
        return switch (rule) {
            case Rule.Red(var alarm) -> "ALARM(\"" + alarm + "\")";
            case Rule.Not(var other) -> "NOT " + written(other);
            case Rule.All(var rules) -> joined(rules, " AND ");
            case Rule.Any(var rules) -> joined(rules, " OR ");
        };
    }

    private static String joined(List<Rule> rules, String word) {
        return rules.stream().map(CloudWatchRule::written).collect(Collectors.joining(word, "(", ")"));
    }

    /** A rule that asks the same alarms as {@code written}: CloudWatch's own words are richer, so its text is what is compared. */
    static Rule asking(String written) {
        var asked = new ArrayList<Rule>();
        var match = ASKED.matcher(written);
        while (match.find()) {
            var alarm = match.group(1) == null ? match.group(2) : match.group(1);
            asked.add(new Rule.Red(name(alarm)));
        }
        return asked.isEmpty() ? new Rule.Red(written) : new Rule.Any(asked);
    }

    /** The name of an alarm that is called by its name or its ARN. */
    static String name(String alarm) {
        return alarm.startsWith("arn:") ? alarm.substring(alarm.indexOf(ARN) + ARN.length()) : alarm;
    }
}
