package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.assembly.door.Asked;
import io.belay.assembly.door.AskedReader;
import io.belay.assembly.door.BadRequest;
import io.belay.assembly.door.Caller;
import io.belay.assembly.door.Json;
import io.belay.assembly.door.KnownShapes;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what FC posts to {@code /invoke}: nothing, Belay's own JSON, or a timer's event, whose {@code payload} is a text
 * that holds Belay's own JSON or nothing (Function Compute documentation, time trigger).
 */
final class EventReader {
    private static final Set<String> TIMER = Set.of("triggerTime", "triggerName", "payload");

    private EventReader() {}

    /**
     * An event.
     *
     * @param asked what it asks
     * @param clock whether a timer asks it
     */
    record Event(Asked asked, boolean clock) {}

    /**
     * What the event asks of {@code function}.
     *
     * @param caller who asks, where that is sure
     * @throws BadRequest where it is anything else
     */
    static Event read(String function, Optional<Caller> caller, byte[] bytes) {
        var reader = AskedReader.of(function, caller);
        if (bytes.length == 0) {
            return new Event(reader.read(bytes), false);
        }
        var event = Json.read(bytes, AskedReader.LARGEST);
        if (event instanceof Json.Fields fields
                && fields.fields().keySet().stream().anyMatch(TIMER::contains)) {
            return new Event(reader.read(payload(fields).getBytes(UTF_8)), true);
        }
        KnownShapes.refuse(event);
        return new Event(reader.read(bytes), false);
    }

    private static String payload(Json.Fields event) {
        if (!TIMER.containsAll(event.fields().keySet())) {
            throw new BadRequest(400, "$", "a timer's event has triggerTime, triggerName and payload, and no more");
        }
        for (var field : new String[] {"triggerTime", "triggerName"}) {
            if (event.text(field).isEmpty()) {
                throw new BadRequest(400, "$." + field, "missing; a timer's event has triggerTime and triggerName");
            }
        }
        return event.text("payload").orElse("");
    }
}
