package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** What each system of a fleet answered a clock that means them all. */
final class Each {
    private static final JsonFactory JSON = new JsonFactory();

    private Each() {}

    /**
     * One of them.
     *
     * @param answer in JSON; empty where its file cannot be opened
     * @param faults what is wrong with the file
     */
    record Answered(String system, Optional<String> answer, List<String> faults) {}

    static Answer answer(String function, List<Answered> all, Correlation correlation) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("belay", "each/1");
            json.writeStringProperty("correlation", correlation.id());
            json.writeStringProperty("function", function);
            json.writeArrayPropertyStart("systems");
            for (var each : all) {
                json.writeStartObject();
                write(each, json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        var body = text.append('\n').toString();
        return new Answer(200, "application/json", body, correlation, Optional.empty());
    }

    private static void write(Answered each, JsonGenerator json) {
        json.writeStringProperty("system", each.system());
        each.answer()
                .ifPresentOrElse(
                        answer -> {
                            json.writeName("answer");
                            json.writeRawValue(answer.strip());
                        },
                        () -> {
                            json.writeArrayPropertyStart("faults");
                            each.faults().forEach(json::writeString);
                            json.writeEndArray();
                        });
    }
}
