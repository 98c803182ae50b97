package io.belay.adapter.deliveries;

import io.belay.adapter.deliveries.Delivery.NotForUs;
import io.belay.core.Correlation;
import java.util.List;

/** What SNS puts around a message: as Lambda's event, with several records, or as the body of its own HTTPS call. */
final class Sns {
    private Sns() {}

    static List<Delivery> read(Body body) {
        var value = body.value();
        if (!value.has("Records")) {
            return List.of(notification(value));
        }
        return Entries.each(value.field("Records"), record -> {
            record.field("EventSource").mustBe("aws:sns");
            return notification(record.field("Sns"));
        });
    }

    private static Delivery notification(Spot sns) {
        var type = sns.field("Type");
        return switch (type.text()) {
            case "Notification" -> {
                var correlation = sns.find("MessageId").map(Spot::text).flatMap(Correlation::of);
                yield CloudWatch.notified(sns.field("Message").within(), correlation);
            }
            case "SubscriptionConfirmation" ->
                new NotForUs("SNS asks to confirm a subscription; a person does that, no address in it is called");
            case "UnsubscribeConfirmation" -> new NotForUs("SNS says that a subscription has ended");
            default -> throw type.not("Notification, SubscriptionConfirmation or UnsubscribeConfirmation");
        };
    }
}
