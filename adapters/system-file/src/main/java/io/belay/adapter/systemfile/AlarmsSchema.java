package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.SystemSchema.listOf;
import static io.belay.adapter.systemfile.SystemSchema.put;
import static io.belay.adapter.systemfile.SystemSchema.require;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.settings.Kind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of the section {@code alarms}. It takes whatever {@link AlarmsReader} takes. */
final class AlarmsSchema {
    private static final String STORE = "store";
    private static final String PRESET = "preset";

    private AlarmsSchema() {}

    static Map<String, Object> section() {
        var schema = FormSchema.block(AlarmShapes.ALARMS);
        put(schema, AlarmShapes.STORES, listOf("Where alarms are kept.", STORE));
        put(schema, AlarmShapes.PRESETS, listOf("The alarms of checklists, each on one thing.", PRESET));
        require(schema, AlarmShapes.STORES);
        return schema;
    }

    static Map<String, Object> definitions(List<Kind<AlarmPlace>> stores) {
        var definitions = new LinkedHashMap<String, Object>();
        if (!stores.isEmpty()) {
            definitions.putAll(KindsSchema.definitions(STORE, AlarmShapes.STORE, stores));
            definitions.putAll(KindsSchema.definitions(PRESET, AlarmShapes.PRESET, PresetKind.ALL));
        }
        return definitions;
    }
}
