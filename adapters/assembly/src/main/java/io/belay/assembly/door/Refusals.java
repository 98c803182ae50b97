package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.io.StringWriter;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes as JSON why a call has no report: what was wrong, and where. */
public final class Refusals {
    private static final JsonFactory JSON = new JsonFactory();

    private Refusals() {}

    private static String json(BadRequest wrong, Correlation correlation) {
        return json(wrong.place(), String.valueOf(wrong.getMessage()), List.of(), correlation);
    }

    /** The answer to a call that cannot be understood; {@code log} is told why, without the caller's words. */
    public static Answer bad(BadRequest wrong, Correlation correlation, Log log) {
        log.info("refused", correlation, Map.of("why", wrong.logged()));
        return answer(wrong.status(), json(wrong, correlation), correlation);
    }

    /** The answer while the door cannot be opened: every fault at once. */
    public static Answer notOpen(NotOpen shut, Correlation correlation) {
        return answer(
                503,
                json("settings", "this bundle cannot work as it is set up", shut.faults(), correlation),
                correlation);
    }

    /** The answer where Belay broke. It says nothing of how: the log does. */
    public static Answer bug(Correlation correlation) {
        return answer(500, json("belay", "Belay itself failed; its log says how", List.of(), correlation), correlation);
    }

    private static Answer answer(int status, String body, Correlation correlation) {
        return new Answer(status, "application/json", body, correlation, Optional.empty());
    }

    private static String json(String place, String message, List<String> faults, Correlation correlation) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("belay", "refusal/1");
            json.writeStringProperty("correlation", correlation.id());
            json.writeStringProperty("place", place);
            json.writeStringProperty("message", message);
            if (!faults.isEmpty()) {
                json.writeArrayPropertyStart("faults");
                faults.forEach(json::writeString);
                json.writeEndArray();
            }
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
