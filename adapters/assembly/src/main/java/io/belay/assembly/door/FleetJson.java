package io.belay.assembly.door;

import io.belay.assembly.Fleet;
import io.belay.assembly.Opening;
import io.belay.core.Correlation;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes as JSON which systems a door has, for whatever fans out over them. */
final class FleetJson {
    private FleetJson() {}

    static Answer answer(Fleet fleet, Correlation correlation) {
        return new Answer(200, "application/json", written(fleet, correlation), correlation, Optional.empty());
    }

    private static String written(Fleet fleet, Correlation correlation) {
        return ListJson.written(
                "systems/1",
                Optional.empty(),
                "systems",
                fleet.names(),
                (name, json) -> {
                    json.writeStringProperty("name", name);
                    write(fleet.opening(name), json);
                },
                correlation);
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
