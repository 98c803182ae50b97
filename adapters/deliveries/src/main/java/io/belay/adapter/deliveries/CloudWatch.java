package io.belay.adapter.deliveries;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * CloudWatch's alarms, metric and composite, by their three ways.
 *
 * <p>By all three a turn has the same identity: the account, the alarm's name, the time of the turn. The name and not the
 * ARN, since older notifications have no ARN, and AWS' own sample of a composite alarm has one of another name.
 */
final class CloudWatch {
    private static final String SOURCE = "cloudwatch";

    private CloudWatch() {}

    /** The alarm's action is a Lambda function (user guide, "Invoke a Lambda function from an alarm"). */
    static List<Delivery> invoked(Body body) {
        var event = body.value();
        var alarm = event.field("alarmData");
        event.field("source").mustBe("aws.cloudwatch");
        return List.of(turned(event.field("accountId"), alarm, Optional.empty()));
    }

    /** A rule of EventBridge matched (user guide, "Alarm events and EventBridge"). */
    static List<Delivery> event(Body body) {
        var event = body.value();
        var kind = event.field("detail-type");
        event.field("source").mustBe("aws.cloudwatch");
        if (!kind.is("CloudWatch Alarm State Change")) {
            if (kind.text().startsWith("CloudWatch Alarm ")) {
                return List.of(new NotForUs("an event of CloudWatch, but no alarm's change of state"));
            }
            throw kind.not("CloudWatch Alarm State Change");
        }
        var id = event.find("id").map(Spot::text).flatMap(Correlation::of);
        return List.of(turned(event.field("account"), event.field("detail"), id));
    }

    /** The message that SNS carries. */
    static Delivery notified(Spot message, Optional<Correlation> correlation) {
        return said(
                message.field("AWSAccountId"),
                message.field("AlarmName"),
                message.field("NewStateValue"),
                message.field("StateChangeTime"),
                message.find("OldStateValue"),
                correlation);
    }

    private static Delivery turned(Spot account, Spot alarm, Optional<Correlation> correlation) {
        var state = alarm.field("state");
        var before = alarm.find("previousState").flatMap(previous -> previous.find("value"));
        var answer = said(
                account, alarm.field("alarmName"), state.field("value"), state.field("timestamp"), before, correlation);
        if (answer instanceof Delivered && state.has("actionsSuppressedBy")) {
            // EventBridge tells of the turn all the same; an action would not have been taken.
            return new NotForUs("alarm " + alarm.field("alarmName").name() + " is suppressed by another");
        }
        return answer instanceof Delivered && alarm.has("muteDetail")
                ? new NotForUs("alarm " + alarm.field("alarmName").name() + " is muted")
                : answer;
    }

    private static Delivery said(
            Spot account, Spot alarm, Spot state, Spot time, Optional<Spot> before, Optional<Correlation> correlation) {
        var name = alarm.name();
        var at = Moments.written(time);
        var identity = Identity.of(SOURCE, account.name(), name, at.toString());
        return switch (state.text()) {
            case "ALARM" -> {
                // From ALARM to ALARM, as after a suppression, it did not turn then.
                var turned = before.filter(word -> word.is("OK") || word.is("INSUFFICIENT_DATA"))
                        .<Instant>map(_ -> at);
                var cause = new Cause.Alarmed(SOURCE, name, "ALARM", turned);
                yield new Delivered(Optional.of(cause), Set.of(), identity, correlation);
            }
            case "OK", "INSUFFICIENT_DATA" -> new NotForUs("alarm " + name + " says " + state.text());
            default -> throw state.not("ALARM, OK or INSUFFICIENT_DATA");
        };
    }
}
