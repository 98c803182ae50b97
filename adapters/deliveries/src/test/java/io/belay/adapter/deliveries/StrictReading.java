package io.belay.adapter.deliveries;

import static io.belay.adapter.deliveries.DeliveryShape.ALERTMANAGER;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_QUEUE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_BY_MNS_TOPIC;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_CALLBACK;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_ALARM;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_EVENTBRIDGE;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDWATCH_BY_SNS;

import io.belay.core.Cause;
import java.io.StringReader;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The alarms that a body holds, read by other means than the product's: trees, and paths from their root. */
final class StrictReading {
    private static final JsonMapper STRICT = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private StrictReading() {}

    /** A red alarm; {@code at} is when the delivery says that it turned, or rang. */
    record Red(String source, String alarm, String state, Instant at) {
        boolean allows(Cause.Alarmed cause) {
            return cause.source().equals(source)
                    && cause.alarm().equals(alarm)
                    && cause.state().equals(state)
                    && cause.at().map(at::equals).orElse(true);
        }
    }

    static boolean asksForASweep(DeliveryShape shape, String text) {
        return switch (shape) {
            case AWS_SCHEDULE ->
                !tree(text).findPath("at").isMissingNode()
                        || !tree(text).path("time").isMissingNode();
            case FC_TIMER -> !tree(text).path("triggerTime").isMissingNode();
            case ALERTMANAGER -> tree(text).path("truncatedAlerts").asLong() > 0;
            // Whatever another function could not do, but for what is itself such a record.
            case LAMBDA_DESTINATION, FC_DESTINATION ->
                tree(text).at("/requestContext/requestId").isString()
                        && tree(text)
                                .at("/requestPayload/requestContext/functionArn")
                                .isMissingNode();
            case CLOUDWATCH_ALARM,
                    CLOUDWATCH_BY_SNS,
                    CLOUDWATCH_BY_EVENTBRIDGE,
                    CLOUDMONITOR_CALLBACK,
                    CLOUDMONITOR_BY_MNS_TOPIC,
                    CLOUDMONITOR_BY_MNS_QUEUE,
                    CLOUDMONITOR_BY_EVENTBRIDGE -> false;
        };
    }

    static List<Red> of(DeliveryShape shape, String text) {
        var found = new ArrayList<Red>();
        switch (shape) {
            case CLOUDWATCH_ALARM -> cloudWatch(tree(text).path("alarmData"), found);
            case CLOUDWATCH_BY_EVENTBRIDGE -> cloudWatch(tree(text).path("detail"), found);
            case CLOUDWATCH_BY_SNS -> {
                var tree = tree(text);
                for (var record : tree.path("Records")) {
                    notified(record.at("/Sns/Message"), found);
                }
                notified(tree.path("Message"), found);
            }
            case ALERTMANAGER -> {
                for (var alert : tree(text).path("alerts")) {
                    if (alert.path("status").asString("").equals("firing")) {
                        add(
                                found,
                                "alertmanager",
                                alert.at("/labels/alertname"),
                                "firing",
                                written(alert.path("startsAt")));
                    }
                }
            }
            case CLOUDMONITOR_CALLBACK -> callback(text, found);
            case CLOUDMONITOR_BY_MNS_TOPIC -> {
                if (text.stripLeading().startsWith("<")) {
                    alert(tree(message(text)), found);
                } else {
                    topic(tree(text), found);
                }
            }
            case CLOUDMONITOR_BY_MNS_QUEUE -> {
                for (var entry : tree(text)) {
                    queued(entry, found);
                }
            }
            case CLOUDMONITOR_BY_EVENTBRIDGE -> {
                var tree = tree(text);
                alert(tree.path("data"), found);
                for (var event : tree) {
                    alert(event.path("data"), found);
                }
            }
            case LAMBDA_DESTINATION ->
                within(tree(text), found, CLOUDWATCH_ALARM, CLOUDWATCH_BY_SNS, CLOUDWATCH_BY_EVENTBRIDGE);
            case FC_DESTINATION ->
                within(
                        tree(text),
                        found,
                        CLOUDMONITOR_BY_MNS_TOPIC,
                        CLOUDMONITOR_BY_MNS_QUEUE,
                        CLOUDMONITOR_BY_EVENTBRIDGE,
                        CLOUDMONITOR_CALLBACK,
                        ALERTMANAGER);
            case AWS_SCHEDULE, FC_TIMER -> {
                // No alarm, whatever it says.
            }
        }
        return found;
    }

    /** What the event of an invocation holds; of a shape that it is not, nothing can be read. */
    private static void within(JsonNode tree, List<Red> found, DeliveryShape... shapes) {
        var payload = tree.path("requestPayload");
        var event = payload.isString() ? payload.asString() : payload.toString();
        for (var shape : shapes) {
            try {
                found.addAll(of(shape, event));
            } catch (RuntimeException _) {
                // Of another shape.
            }
        }
    }

    private static JsonNode tree(String text) {
        return STRICT.readTree(text);
    }

    private static void cloudWatch(JsonNode alarm, List<Red> found) {
        var state = alarm.path("state");
        if (state.path("value").asString("").equals("ALARM")
                && state.path("actionsSuppressedBy").isMissingNode()) {
            add(found, "cloudwatch", alarm.path("alarmName"), "ALARM", written(state.path("timestamp")));
        }
    }

    private static void notified(JsonNode message, List<Red> found) {
        var alarm = inner(message);
        if (alarm.isPresent() && alarm.get().path("NewStateValue").asString("").equals("ALARM")) {
            var at = written(alarm.get().path("StateChangeTime"));
            add(found, "cloudwatch", alarm.get().path("AlarmName"), "ALARM", at);
        }
    }

    private static void topic(JsonNode tree, List<Red> found) {
        if (tree.has("TopicName")) {
            inner(tree.path("Message")).ifPresent(alert -> alert(alert, found));
            return;
        }
        alert(tree, found);
    }

    private static void queued(JsonNode entry, List<Red> found) {
        if (entry.isString()) {
            inner(entry).ifPresent(alert -> topic(alert, found));
        } else if (entry.has("messageBody")) {
            inner(entry.path("messageBody")).ifPresent(alert -> topic(alert, found));
        } else if (entry.has("specversion")) {
            inner(entry.at("/data/messageBody")).ifPresent(alert -> topic(alert, found));
        } else {
            topic(entry, found);
        }
    }

    private static void alert(JsonNode alert, List<Red> found) {
        var level = alert.path("curLevel").asString("");
        if (List.of("CRITICAL", "WARN", "INFO").contains(level)) {
            add(
                    found,
                    "cloudmonitor",
                    alert.path("ruleName"),
                    level,
                    counted(alert.path("time").asString("")));
        }
    }

    private static void callback(String text, List<Red> found) {
        Map<String, String> fields = new HashMap<>();
        for (var pair : text.replaceAll("[ \\t\\r\\n]+\\z", "").split("&", -1)) {
            var at = pair.indexOf('=');
            var name = URLDecoder.decode(pair.substring(0, at), StandardCharsets.UTF_8);
            var value = URLDecoder.decode(pair.substring(at + 1), StandardCharsets.UTF_8);
            if (fields.put(name, value) != null) {
                return;
            }
        }
        var state = fields.getOrDefault("alertState", "");
        if (List.of("ALERT", "ALARM").contains(state)) {
            var at = counted(fields.getOrDefault("timestamp", ""));
            at.ifPresent(time -> found.add(new Red("cloudmonitor", fields.getOrDefault("alertName", ""), state, time)));
        }
    }

    /** Within one entry of several, broken JSON is that entry's own trouble. */
    private static Optional<JsonNode> inner(JsonNode text) {
        try {
            return text.isString() ? Optional.of(tree(text.asString())) : Optional.empty();
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    private static void add(List<Red> found, String source, JsonNode alarm, String state, Optional<Instant> at) {
        at.ifPresent(time -> found.add(new Red(source, alarm.asString(""), state, time)));
    }

    /** A broken time is its own entry's trouble as well. */
    private static Optional<Instant> written(JsonNode time) {
        try {
            var colon = time.asString("").replaceFirst("([+-]\\d\\d)(\\d\\d)$", "$1:$2");
            return Optional.of(OffsetDateTime.parse(colon).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static Optional<Instant> counted(String digits) {
        if (!digits.matches("[0-9]{1,15}")) {
            return Optional.empty();
        }
        var count = Long.parseLong(digits);
        return Optional.of(digits.length() > 10 ? Instant.ofEpochMilli(count) : Instant.ofEpochSecond(count));
    }

    private static String message(String xml) {
        try {
            var factory = DocumentBuilderFactory.newDefaultInstance();
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            Document document = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml.replaceAll("\\A[ \\t\\r\\n]+", ""))));
            var messages = document.getElementsByTagName("Message");
            return messages.getLength() == 1 ? messages.item(0).getTextContent() : "";
        } catch (Exception wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
