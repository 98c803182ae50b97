package io.belay.assembly.door;

import java.util.List;
import java.util.Map;

/** Events that people are likely to send here and that no door reads yet: named, so that the refusal helps. */
public final class KnownShapes {
    private static final List<Map.Entry<String, String>> MARKS = List.of(
            Map.entry("alarmData", "a CloudWatch alarm"),
            Map.entry("Records", "an SNS or SQS event"),
            Map.entry("TopicOwner", "an MNS topic event"),
            Map.entry("specversion", "a CloudEvents event"),
            Map.entry("detail-type", "an EventBridge event"),
            Map.entry("requestPayload", "an asynchronous destination's event"),
            Map.entry("requestContext", "an HTTP event"));

    private KnownShapes() {}

    /**
     * Refuses {@code event} by its name where it is a shape of some platform's; returns where it is none.
     *
     * @throws BadRequest where it is one
     */
    public static void refuse(Json event) {
        if (!(event instanceof Json.Fields object)) {
            throw BadRequest.at("$", "an object is meant; lists of events are not read here");
        }
        MARKS.stream()
                .filter(mark -> object.fields().containsKey(mark.getKey()))
                .findFirst()
                .ifPresent(mark -> {
                    throw BadRequest.at(
                            "$." + mark.getKey(), "this looks like " + mark.getValue() + "; it is not read here");
                });
    }
}
