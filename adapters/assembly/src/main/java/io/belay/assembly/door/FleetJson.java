package io.belay.assembly.door;

import io.belay.assembly.Fleet;
import io.belay.assembly.Opening;
import io.belay.core.Correlation;
import java.io.StringWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Writes as JSON which systems a door has, for whatever fans out over them. */
final class FleetJson {
    private static final JsonFactory JSON = new JsonFactory();

    private FleetJson() {}

    static Answer answer(Fleet fleet, Correlation correlation) {
        return new Answer(200, "application/json", written(fleet, correlation), correlation, Optional.empty());
    }

    private static String written(Fleet fleet, Correlation correlation) {
        var text = new StringWriter();
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            json.writeStringProperty("belay", "systems/1");
            json.writeStringProperty("correlation", correlation.id());
            json.writeArrayPropertyStart("systems");
            for (var name : fleet.names()) {
                json.writeStartObject();
                json.writeStringProperty("name", name);
                write(fleet.opening(name), json);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.append('\n').toString();
    }

    /** One whose file is wrong is listed as well: whoever asks for it is told what is wrong. */
    private static void write(Opening opening, JsonGenerator json) {
        switch (opening) {
            case Opening.Opened(var bundle) -> {
                json.writeStringProperty("system", bundle.system().name());
                json.writeStringProperty("environment", bundle.system().environment());
            }
            case Opening.Refused(var why) -> {
                json.writeArrayPropertyStart("faults");
                NotOpen.because(why).faults().forEach(json::writeString);
                json.writeEndArray();
            }
        }
    }
}
