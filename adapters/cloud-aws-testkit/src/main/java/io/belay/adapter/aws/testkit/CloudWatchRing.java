package io.belay.adapter.aws.testkit;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import tools.jackson.databind.ObjectMapper;

/**
 * What an alarm does when it turns.
 *
 * @param action the ARN of whom it calls
 * @param alarm its name
 * @param event what a function is invoked with: "Invoke a Lambda function from an alarm" in the CloudWatch User Guide
 */
public record CloudWatchRing(String action, String alarm, String event) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd'T'HH:mm:ss.SSS'+0000'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    static CloudWatchRing of(String action, CloudWatchAlarm alarm, CloudWatchTurn turn) {
        var at = TIME.format(turn.at());
        return new CloudWatchRing(
                action,
                alarm.name(),
                JSON.writeValueAsString(Map.of(
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
                                "configuration", Map.of("description", "", "metrics", List.of())))));
    }
}
