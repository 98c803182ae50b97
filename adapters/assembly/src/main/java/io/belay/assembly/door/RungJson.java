package io.belay.assembly.door;

import io.belay.adapter.deliveries.Delivery.Delivered;
import io.belay.adapter.report.Faces;
import io.belay.core.Correlation;
import java.util.List;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes as JSON what became of each delivery of an event, in their order. */
final class RungJson {
    private RungJson() {}

    static String written(String function, List<Rung> all, Correlation correlation) {
        return ListJson.written("deliveries/1", Optional.of(function), "deliveries", all, RungJson::write, correlation);
    }

    private static void write(Rung rung, JsonGenerator json) {
        switch (rung) {
            case Rung.Ran(var delivery, var report) -> {
                json.writeStringProperty("is", "run");
                delivered(delivery, json);
                json.writeName("report");
                json.writeRawValue(Faces.JSON.text(report).strip());
            }
            case Rung.Again(var delivery, var first) -> {
                json.writeStringProperty("is", "again");
                delivered(delivery, json);
                json.writeStringProperty("first", first);
            }
            case Rung.Shut(var system, var faults) -> {
                json.writeStringProperty("is", "not-open");
                json.writeStringProperty("system", system);
                json.writeArrayPropertyStart("faults");
                faults.forEach(json::writeString);
                json.writeEndArray();
            }
            case Rung.Taken(var delivery) -> {
                json.writeStringProperty("is", "taken");
                delivered(delivery, json);
            }
            case Rung.Quiet(var delivery) -> {
                json.writeStringProperty("is", "not-for-us");
                json.writeStringProperty("why", delivery.why());
            }
            case Rung.Refused(var delivery) -> {
                json.writeStringProperty("is", "refused");
                json.writeStringProperty("place", delivery.place());
                json.writeStringProperty("message", Bell.why(delivery));
            }
        }
    }

    private static void delivered(Delivered delivery, JsonGenerator json) {
        json.writeStringProperty("identity", delivery.identity());
        delivery.cause().ifPresent(cause -> {
            json.writeStringProperty("source", cause.source());
            json.writeStringProperty("alarm", cause.alarm());
        });
    }
}
