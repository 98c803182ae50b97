package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.io.StringWriter;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes a refusal as JSON: what was wrong, and where. */
final class Refusals {
    private static final JsonFactory JSON = new JsonFactory();

    private Refusals() {}

    static String json(BadRequest wrong, Correlation correlation) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("belay", "refusal/1");
            json.writeStringProperty("correlation", correlation.id());
            json.writeStringProperty("place", wrong.place());
            json.writeStringProperty("message", String.valueOf(wrong.getMessage()));
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
