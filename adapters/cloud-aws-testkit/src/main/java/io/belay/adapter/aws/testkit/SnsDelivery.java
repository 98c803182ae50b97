package io.belay.adapter.aws.testkit;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.ObjectMapper;

/**
 * What becomes of a message on the way to those who are subscribed. Signatures are left out: nobody here compares them.
 *
 * @param id its MessageId
 * @param at when it was published
 */
record SnsDelivery(String id, SnsControl.Message message, Instant at) {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** As a function is invoked: "Invoking Lambda functions with Amazon SNS notifications" in the Lambda Developer Guide. */
    String event(String subscription) {
        return JSON.writeValueAsString(Map.of(
                "Records",
                List.of(Map.of(
                        "EventSource",
                        "aws:sns",
                        "EventVersion",
                        "1.0",
                        "EventSubscriptionArn",
                        subscription,
                        "Sns",
                        written()))));
    }

    /** As a queue gets it without RawMessageDelivery: "Fanout Amazon SNS notifications to Amazon SQS queues" in the SNS guide. */
    String letter() {
        return JSON.writeValueAsString(written());
    }

    private Map<String, Object> written() {
        var written = new LinkedHashMap<String, Object>(Map.of(
                "Type", "Notification",
                "MessageId", id,
                "TopicArn", message.topic(),
                "Message", message.text(),
                "Timestamp", at.toString(),
                "MessageAttributes", attributes()));
        if (!message.subject().isEmpty()) {
            written.put("Subject", message.subject());
        }
        return written;
    }

    private Map<String, Map<String, String>> attributes() {
        return message.attributes().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, each -> Map.of("Type", "String", "Value", each.getValue())));
    }
}
