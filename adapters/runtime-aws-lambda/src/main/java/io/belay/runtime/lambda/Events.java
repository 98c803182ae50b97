package io.belay.runtime.lambda;

import io.belay.assembly.door.Asked;
import io.belay.assembly.door.AskedReader;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.KnownShapes;
import java.util.Map;
import java.util.Optional;

/**
 * Reads events other than HTTP: Belay's own JSON, as EventBridge Scheduler's input or a direct invocation carries it, or
 * a {@code Scheduled Event}, of an EventBridge rule or of a schedule without an input, whose {@code detail} is empty or Belay's
 * own JSON.
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
            return reader.read(detail(fields));
        }
        KnownShapes.refuse(event);
        return reader.read(body);
    }

    /** An object; Scheduler's, where a schedule has no input, is a text that holds an empty one. */
    private static Json.Fields detail(Json.Fields event) {
        if (event.find("detail").equals(text("{}"))) {
            return new Json.Fields(Map.of());
        }
        return event.object("detail").orElseThrow(() -> new BadRequest(400, "$.detail", "missing; an object is meant"));
    }

    /** EventBridge's own: any other rule's event with that detail-type would come from another source. */
    private static boolean scheduled(Json.Fields event) {
        var source = event.find("source");
        return event.find("detail-type").equals(text(SCHEDULED))
                && (source.equals(text("aws.events")) || source.equals(text("aws.scheduler")));
    }

    private static Optional<Json> text(String text) {
        return Optional.of(new Json.Text(text));
    }
}
