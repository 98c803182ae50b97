package io.belay.assembly.door;

import io.belay.core.Correlation;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** What each system of a fleet answered a clock that means them all. */
final class Each {
    private Each() {}

    /**
     * One of them.
     *
     * @param answer in JSON; empty where its file cannot be opened
     * @param faults what is wrong with the file
     */
    record Answered(String system, Optional<String> answer, List<String> faults) {}

    static Answer answer(String function, List<Answered> all, Correlation correlation) {
        var body = ListJson.written("each/1", Optional.of(function), "systems", all, Each::write, correlation);
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
