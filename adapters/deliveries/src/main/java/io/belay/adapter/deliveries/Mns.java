package io.belay.adapter.deliveries;

import io.belay.core.Correlation;
import java.util.List;
import java.util.Optional;

/**
 * What MNS and Alibaba's EventBridge put around an alert of CloudMonitor: a topic's notification as XML, JSON or the bare
 * message (help, 27482), and the lists that FC's triggers hand over.
 */
final class Mns {
    private Mns() {}

    static List<Delivery> topic(Body body) {
        var value = body.isXml() ? MnsXml.read(body) : body.value();
        return List.of(message(value, Optional.empty()));
    }

    /** FC's trigger of a queue: CloudEvents, or RawData, which is their {@code data}; and the raw messages as they are. */
    static List<Delivery> queue(Body body) {
        return Entries.each(body.value(), Mns::queued);
    }

    /**
     * CloudMonitor's own events. Their schema is not published: what they hold is held to what CloudMonitor writes to MNS,
     * and anything else is refused.
     */
    static List<Delivery> event(Body body) {
        return body.isList() ? Entries.each(body.value(), Mns::told) : List.of(told(body.value()));
    }

    private static Delivery queued(Spot entry) {
        if (entry.json() instanceof Json.Text) {
            return message(entry.within(), Optional.empty());
        }
        if (entry.has("messageBody")) {
            return message(entry.field("messageBody").within(), id(entry, "messageId"));
        }
        if (!entry.has("specversion")) {
            return message(entry, Optional.empty());
        }
        entry.field("specversion").mustBe("1.0");
        entry.field("type").mustBe("mns:Queue:SendMessage");
        return message(entry.field("data").field("messageBody").within(), id(entry, "id"));
    }

    private static Delivery told(Spot event) {
        event.field("specversion").mustBe("1.0");
        event.field("source").mustBe("acs.cms");
        return CloudMonitor.alert(event.field("data"), id(event, "id"));
    }

    /** The alert, or a topic's notification of it: a topic may feed a queue. */
    private static Delivery message(Spot value, Optional<Correlation> correlation) {
        if (!value.has("TopicName")) {
            return CloudMonitor.alert(value, correlation);
        }
        return CloudMonitor.alert(
                value.field("Message").within(), id(value, "MessageId").or(() -> correlation));
    }

    private static Optional<Correlation> id(Spot value, String name) {
        return value.find(name).map(Spot::text).flatMap(Correlation::of);
    }
}
