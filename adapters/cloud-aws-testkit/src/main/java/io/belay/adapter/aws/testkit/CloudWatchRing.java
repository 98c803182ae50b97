package io.belay.adapter.aws.testkit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.ObjectMapper;

/**
 * What an alarm does when it turns.
 *
 * @param action the ARN of whom it calls
 * @param alarm its name
 * @param event what a function is invoked with: "Invoke a Lambda function from an alarm" in the CloudWatch User Guide
 * @param subject what a topic is told in one line: {@code ALARM: "NAME" in EU (Ireland)}
 * @param message what a topic is told, as public programs keep such notifications for their tests
 */
public record CloudWatchRing(String action, String alarm, String event, String subject, String message) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PLACE = "EU (Ireland)";
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static CloudWatchRing of(String action, CloudWatchAlarm alarm, CloudWatchTurn turn) {
        return new CloudWatchRing(
                action,
                alarm.name(),
                event(alarm, turn),
                turn.to() + ": \"" + alarm.name() + "\" in " + PLACE,
                message(alarm, turn));
    }

    private static String event(CloudWatchAlarm alarm, CloudWatchTurn turn) {
        var at = TIME.format(turn.at());
        return JSON.writeValueAsString(Map.of(
                "source",
                "aws.cloudwatch",
                "alarmArn",
                alarm.arn(),
                "accountId",
                AwsServer.ACCOUNT,
                "time",
                at,
                "region",
                AwsServer.REGION,
                "alarmData",
                Map.of(
                        "alarmName", alarm.name(),
                        "state", Map.of("value", turn.to(), "reason", turn.reason(), "timestamp", at),
                        "previousState", Map.of("value", turn.from(), "timestamp", at),
                        "configuration", Map.of("description", "", "metrics", List.of()))));
    }

    private static String message(CloudWatchAlarm alarm, CloudWatchTurn turn) {
        var form = alarm.form();
        var trigger = new TreeMap<String, String>();
        for (var name : List.of("MetricName", "Namespace", "Statistic", "ComparisonOperator")) {
            trigger.put(name, form.getOrDefault(name, ""));
        }
        return JSON.writeValueAsString(Map.of(
                "AlarmName", alarm.name(),
                "AlarmDescription", form.getOrDefault("AlarmDescription", ""),
                "AWSAccountId", AwsServer.ACCOUNT,
                "NewStateValue", turn.to(),
                "NewStateReason", turn.reason(),
                "StateChangeTime", TIME.format(turn.at()),
                "Region", PLACE,
                "AlarmArn", alarm.arn(),
                "OldStateValue", turn.from(),
                "Trigger", trigger));
    }
}
