package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Answers that say of several things what became of each, in their order. */
final class ListJson {
    private static final JsonFactory JSON = new JsonFactory();

    private ListJson() {}

    /**
     * Writes one.
     *
     * @param belay what it is, and its version
     * @param function that was run, where one was
     * @param name what the things are
     * @param each writes what there is of one, into an object that is open
     */
    static <T> String written(
            String belay,
            Optional<String> function,
            String name,
            List<T> all,
            BiConsumer<T, JsonGenerator> each,
            Correlation correlation) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("belay", belay);
            json.writeStringProperty("correlation", correlation.id());
            function.ifPresent(run -> json.writeStringProperty("function", run));
            json.writeArrayPropertyStart(name);
            for (var one : all) {
                json.writeStartObject();
                each.accept(one, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }
}
