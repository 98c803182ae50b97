package io.belay.runtime.lambda;

import io.belay.assembly.door.Asked;
import io.belay.assembly.door.AskedReader;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.KnownShapes;
import java.util.Optional;

/**
 * Reads events other than HTTP: Belay's own JSON, as EventBridge Scheduler's input or a direct invocation carries it, or
 * an EventBridge rule's {@code Scheduled Event}, whose {@code detail} is empty or Belay's own JSON.
 */
final class Events {
    private static final String SCHEDULED = "Scheduled Event";

    private Events() {}

    /**
     * What {@code event} asks of {@code function}.
     *
     * @param body the event as it came
     * @throws BadRequest where it is anything else
     */
    static Asked read(String function, Json event, byte[] body) {
        var reader = AskedReader.of(function, Optional.empty());
        if (event instanceof Json.Fields fields && scheduled(fields)) {
            return reader.read(fields.object("detail")
                    .orElseThrow(() -> new BadRequest(400, "$.detail", "missing; an object is meant")));
        }
        KnownShapes.refuse(event);
        return reader.read(body);
    }

    /** EventBridge's own: any other rule's event with that detail-type would come from another source. */
    private static boolean scheduled(Json.Fields event) {
        return event.find("detail-type").equals(text(SCHEDULED))
                && event.find("source").equals(text("aws.events"));
    }

    private static Optional<Json> text(String text) {
        return Optional.of(new Json.Text(text));
    }
}
