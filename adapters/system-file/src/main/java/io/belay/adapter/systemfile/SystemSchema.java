package io.belay.adapter.systemfile;

import static java.util.Objects.requireNonNull;

import io.belay.core.probe.Observable;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * The JSON Schema (draft 2020-12) of a system file, for completion and first checks in an editor.
 *
 * <p>It takes every file that {@link SystemFile} takes, and refuses unknown and missing keys, wrong types and units. What
 * only the whole file can tell (names, variables, secrets) is left to the reader.
 */
public final class SystemSchema {
    private static final String PROPERTIES = "properties";
    private static final String KIND = "kind";

    private SystemSchema() {}

    /**
     * The schema of files that speak {@code vocabulary}; the same text for the same words, a line break at its end.
     *
     * @throws IllegalArgumentException where a file could not tell two of its words apart
     */
    public static String json(Vocabulary vocabulary) {
        vocabulary.distinct();
        var schema = Json.of(
                "$schema",
                "https://json-schema.org/draft/2020-12/schema",
                "$id",
                "urn:belay:system",
                "title",
                "System file");
        var health = FormSchema.block(FileShapes.HEALTH_BLOCK);
        put(health, FileShapes.CHECKS, listOf("Checks, each on its own.", "check"));
        put(health, FileShapes.SCENARIOS, listOf("Chains of steps.", "scenario"));
        put(health, FileShapes.LOAD, listOf("Checks of many callers at once, each asked by its name alone.", "check"));
        health.put("anyOf", List.of(required(FileShapes.CHECKS), required(FileShapes.SCENARIOS)));
        schema.putAll(file(vocabulary, health));
        var definitions = definitions(vocabulary.checks());
        definitions.putAll(MigrationSchema.definitions(vocabulary.databases()));
        definitions.putAll(AlarmsSchema.definitions(vocabulary.stores()));
        definitions.putAll(RollbackSchema.definitions(vocabulary.releases()));
        schema.put("$defs", definitions);
        return Json.text(schema);
    }

    private static Map<String, Object> file(Vocabulary vocabulary, Map<String, Object> health) {
        var file = FormSchema.block(FileShapes.FILE);
        for (var section : vocabulary.sections()) {
            put(
                    file,
                    section,
                    switch (section) {
                        case FileShapes.CLOUD -> FormSchema.block(FileShapes.CLOUD_BLOCK);
                        case FileShapes.HEALTH -> health;
                        case FileShapes.MIGRATIONS -> MigrationSchema.section();
                        case FileShapes.ALARMS -> AlarmsSchema.section();
                        case FileShapes.ROLLBACK ->
                            RollbackSchema.rollback(
                                    vocabulary.releases(), !vocabulary.stores().isEmpty());
                        case FileShapes.ANNOUNCE -> RollbackSchema.announce();
                        default -> throw new IllegalStateException(section);
                    });
        }
        file.put(
                "anyOf",
                vocabulary.asking().stream().map(SystemSchema::required).toList());
        if (vocabulary.sections().contains(FileShapes.ROLLBACK)) {
            file.put("dependentRequired", Json.of(FileShapes.ROLLBACK, List.of(FileShapes.HEALTH)));
        }
        return file;
    }

    private static Map<String, Object> definitions(List<ProbeKind> kinds) {
        var definitions = new LinkedHashMap<String, Object>();
        definitions.put("check", asking(FileShapes.CHECK, kinds));
        definitions.put("scenario", scenario());
        var step = asking(FileShapes.STEP, kinds);
        put(step, FileShapes.CAPTURE, captures(kinds));
        definitions.put("step", step);
        kinds.forEach(kind -> definitions.put(KindsSchema.name(KIND, kind.name()), kind(kind)));
        definitions.put(
                "span",
                Json.of(
                        "description",
                        "A span such as 350ms, 5s, 2m, 6h or 30d.",
                        "type",
                        "string",
                        "pattern",
                        "^(?:" + Units.SPAN + ")$"));
        definitions.put(
                "size",
                Json.of(
                        "description",
                        "A size such as 512KB or 10MB; units are powers of 1,024.",
                        "type",
                        "string",
                        "pattern",
                        "^(?:" + Units.SIZE + ")$"));
        for (var type : Observable.Type.values()) {
            definitions.put(ConditionSchema.name(type), ConditionSchema.of(type));
        }
        return definitions;
    }

    /** A block that holds exactly one kind. */
    private static Map<String, Object> asking(Shape shape, List<ProbeKind> kinds) {
        return KindsSchema.oneOf(
                FormSchema.block(shape),
                KIND,
                kinds.stream().map(ProbeKind::name).toList());
    }

    private static Map<String, Object> scenario() {
        var schema = FormSchema.block(FileShapes.SCENARIO);
        put(schema, FileShapes.STEPS, listOf("One after the other; the first that does not pass ends them.", "step"));
        put(schema, FileShapes.FINALLY, listOf("Steps that always run, to clean up.", "step"));
        schema.put("required", List.of(FileShapes.NAME.name(), FileShapes.STEPS));
        return schema;
    }

    private static Map<String, Object> kind(ProbeKind kind) {
        var schema = KindsSchema.titled(kind.name(), kind.shape());
        var facts = new LinkedHashMap<String, Object>();
        ExpectReader.all(kind).forEach(observable -> facts.put(observable.key(), fact(observable)));
        put(
                schema,
                ExpectReader.EXPECT,
                Json.of(
                        "description",
                        "What must hold of the answer.",
                        "type",
                        "object",
                        PROPERTIES,
                        facts,
                        "additionalProperties",
                        false));
        return schema;
    }

    private static Map<String, Object> fact(Observable observable) {
        var schema = Json.of("description", observable.description());
        var condition = ConditionSchema.on(observable.type());
        schema.putAll(
                observable.keyed()
                        ? Json.of("type", "object", "minProperties", 1, "additionalProperties", condition)
                        : condition);
        return schema;
    }

    private static Map<String, Object> captures(List<ProbeKind> kinds) {
        var facts = new LinkedHashMap<String, Object>();
        for (var kind : kinds) {
            for (var observable : kind.observables()) {
                var argument = observable.keyed() ? Json.of("type", FormSchema.SCALAR) : Json.of("const", true);
                // Two kinds may have a fact of one name, of which one is asked by key.
                facts.merge(
                        observable.key(),
                        argument,
                        (one, other) -> one.equals(other) ? one : Json.of("type", FormSchema.SCALAR));
            }
        }
        facts.put(
                FileShapes.SHOWN,
                Json.of("description", "Whether reports may show its value; hidden by default.", "type", "boolean"));
        var capture = Json.of(
                "type",
                "object",
                PROPERTIES,
                facts,
                "minProperties",
                1,
                "maxProperties",
                2,
                "additionalProperties",
                false);
        return Json.of(
                "description",
                "What later steps use of the answer, each by the name of a variable.",
                "type",
                "object",
                "propertyNames",
                Json.of(
                        "pattern",
                        "^" + CaptureReader.NAME + "$",
                        "not",
                        Json.of("enum", List.copyOf(new TreeSet<>(CaptureReader.BUILT_IN)))),
                "additionalProperties",
                capture);
    }

    static Map<String, Object> listOf(String description, String definition) {
        return Json.of("description", description, "type", "array", "minItems", 1, "items", ref(definition));
    }

    static Map<String, Object> ref(String definition) {
        return Json.of("$ref", "#/$defs/" + definition);
    }

    static Map<String, Object> required(String key) {
        return Json.of("required", List.of(key));
    }

    /** Makes {@code key} one that the block is wrong without. */
    static void require(Map<String, Object> schema, String key) {
        var needed = new ArrayList<Object>();
        if (schema.get("required") instanceof List<?> before) {
            needed.addAll(before);
        }
        needed.add(key);
        schema.put("required", needed);
    }

    static void put(Map<String, Object> schema, String key, Object value) {
        // FormSchema.block made it a map.
        @SuppressWarnings("unchecked")
        var properties = (Map<String, Object>) requireNonNull(schema.get(PROPERTIES));
        properties.put(key, value);
    }
}
