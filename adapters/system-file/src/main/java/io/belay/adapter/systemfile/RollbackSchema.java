package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.SystemSchema.listOf;
import static io.belay.adapter.systemfile.SystemSchema.put;
import static io.belay.adapter.systemfile.SystemSchema.require;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of the sections {@code rollback} and {@code announce}. It takes whatever their readers take. */
final class RollbackSchema {
    private static final String ALARM = "alarm";
    private static final String RELEASE = "release";
    private static final String BRAKE = "brake";
    private static final String ANNOUNCER = "announcer";

    private RollbackSchema() {}

    /**
     * The section {@code rollback}.
     *
     * @param isNamed whether an alarm may stand there by its name alone
     */
    static Map<String, Object> rollback(Releases releases, boolean isNamed) {
        var schema = FormSchema.block(RollbackShapes.ROLLBACK);
        put(schema, RollbackShapes.WHEN, causes(releases, isNamed));
        put(schema, RollbackShapes.STEPS, listOf("What is put back, one after the other.", RELEASE));
        if (!releases.brakes().isEmpty()) {
            put(
                    schema,
                    RollbackShapes.STOP,
                    listOf("What a person may stop altogether; no part of a rollback.", BRAKE));
        }
        put(schema, RollbackShapes.GUARDS, FormSchema.block(RollbackShapes.GUARDS_BLOCK));
        put(schema, RollbackShapes.VERIFY, FormSchema.block(RollbackShapes.VERIFY_BLOCK));
        require(schema, RollbackShapes.STEPS);
        return schema;
    }

    /** The section {@code announce}. */
    static Map<String, Object> announce() {
        return listOf("Who is told what was done, or why nothing was.", ANNOUNCER);
    }

    /** What both refer to. */
    static Map<String, Object> definitions(Releases releases) {
        var definitions = new LinkedHashMap<String, Object>();
        if (!releases.targets().isEmpty()) {
            definitions.putAll(KindsSchema.definitions(ALARM, RollbackShapes.ALARM, releases.alarms()));
            definitions.putAll(KindsSchema.definitions(RELEASE, RollbackShapes.STEP, releases.targets()));
            definitions.putAll(KindsSchema.definitions(BRAKE, RollbackShapes.STOPPED, releases.brakes()));
        }
        definitions.putAll(KindsSchema.definitions(ANNOUNCER, RollbackShapes.ANNOUNCER, releases.announcers()));
        return definitions;
    }

    private static Map<String, Object> causes(Releases releases, boolean isNamed) {
        var schema = FormSchema.block(RollbackShapes.CAUSES);
        if (!releases.alarms().isEmpty()) {
            put(schema, RollbackShapes.ALARMS, isNamed ? named() : listOf("Alarms, any of which is enough.", ALARM));
        }
        return schema;
    }

    private static Map<String, Object> named() {
        var name = Json.of("description", "One of the section alarms, by its name.", "type", FormSchema.SCALAR);
        var one = Json.of("anyOf", List.of(SystemSchema.ref(ALARM), name));
        return Json.of(
                "description",
                "Alarms, any of which is enough.",
                "anyOf",
                List.of(Json.of("type", "array", "minItems", 1, "items", one), name));
    }
}
