package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.SystemSchema.listOf;
import static io.belay.adapter.systemfile.SystemSchema.put;
import static io.belay.adapter.systemfile.SystemSchema.ref;
import static io.belay.adapter.systemfile.SystemSchema.require;

import io.belay.core.probe.Observable;
import io.belay.core.settings.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of the section {@code migrations}. It takes whatever {@link MigrationsReader} takes. */
final class MigrationSchema {
    private static final String DATABASE = "database";

    private MigrationSchema() {}

    /** The section itself. */
    static Map<String, Object> section() {
        return listOf("Databases, and where the release expects each to be.", DATABASE);
    }

    /** What it refers to. */
    static Map<String, Object> definitions(Databases databases) {
        var definitions = new LinkedHashMap<String, Object>();
        if (databases.kinds().isEmpty()) {
            return definitions;
        }
        definitions.put(DATABASE, database(databases));
        definitions.put("ledger", ledger(databases.tools()));
        definitions.put("scripts", scripts(databases));
        definitions.put("expected", expected());
        definitions.put("row", row());
        for (var kind : databases.kinds()) {
            definitions.put(KindsSchema.name(DATABASE, kind.name()), KindsSchema.titled(kind.name(), kind.shape()));
        }
        return definitions;
    }

    private static Map<String, Object> database(Databases databases) {
        var schema = KindsSchema.oneOf(FormSchema.block(MigrationShapes.DATABASE), DATABASE, databases.names());
        put(schema, MigrationShapes.LEDGER, ref("ledger"));
        put(
                schema,
                MigrationShapes.SCRIPTS,
                someOf("Where the release ships its scripts; one place or several.", ref("scripts")));
        put(schema, MigrationShapes.ADDITIVE, additive());
        put(schema, MigrationShapes.EXPECT, ref("expected"));
        schema.put("dependentRequired", Json.of(MigrationShapes.ADDITIVE, List.of(MigrationShapes.SCRIPTS)));
        return schema;
    }

    private static Map<String, Object> ledger(List<String> tools) {
        var words = new ArrayList<>(MigrationShapes.LEDGER_WORDS);
        words.addAll(tools);
        return Json.of(
                "description",
                "Which ledgers are read: auto for every one that is there, none, a tool's, or a table of one's own.",
                "anyOf",
                List.of(
                        FormSchema.of(new Form.OfChoice(words)),
                        FormSchema.block(MigrationShapes.toolLedger(tools)),
                        FormSchema.block(MigrationShapes.OWN_LEDGER)));
    }

    private static Map<String, Object> scripts(Databases databases) {
        var schema = FormSchema.block(databases.scripts().shape());
        var convention = Json.of("description", "Whose scripts they are; by default the tool that ledger names.");
        convention.putAll(FormSchema.of(new Form.OfChoice(databases.scripts().conventions())));
        put(schema, MigrationShapes.CONVENTION, convention);
        return schema;
    }

    private static Map<String, Object> additive() {
        return Json.of(
                "description",
                "What a person says of scripts by id, which goes before what is seen in them: true, false, or why not.",
                "type",
                "object",
                "additionalProperties",
                Json.of("type", FormSchema.SCALAR));
    }

    private static Map<String, Object> expected() {
        var schema = FormSchema.block(MigrationShapes.EXPECTED);
        put(schema, MigrationShapes.ROWS, someOf("What queries must find.", ref("row")));
        put(schema, MigrationShapes.SCHEMA, recorded());
        put(schema, MigrationShapes.VERSION, condition(MigrationShapes.SERVER_VERSION));
        put(schema, MigrationShapes.LATENCY, latency());
        return schema;
    }

    private static Map<String, Object> row() {
        var schema = FormSchema.block(MigrationShapes.ROW);
        put(schema, MigrationShapes.IS, condition(MigrationShapes.ROW_VALUE));
        require(schema, MigrationShapes.IS);
        return schema;
    }

    private static Map<String, Object> latency() {
        var schema = FormSchema.block(MigrationShapes.LATENCY_BLOCK);
        put(schema, MigrationShapes.P95, condition(MigrationShapes.LATENCY_P95));
        require(schema, MigrationShapes.P95);
        schema.put("dependentRequired", Json.of(MigrationShapes.PARAMS.name(), List.of(MigrationShapes.SQL.name())));
        return schema;
    }

    private static Map<String, Object> recorded() {
        return Json.of(
                "description",
                "The schema as it was recorded: a file, relative to this one.",
                "anyOf",
                List.of(FormSchema.of(MigrationShapes.BASELINE.form()), FormSchema.block(MigrationShapes.RECORDED)));
    }

    private static Map<String, Object> condition(Observable observable) {
        var schema = Json.of("description", observable.description());
        schema.putAll(ConditionSchema.on(observable.type()));
        return schema;
    }

    /** One, or a list of at least one. */
    private static Map<String, Object> someOf(String description, Map<String, Object> item) {
        var list = Json.of("type", "array", "minItems", 1, "items", item);
        return Json.of("description", description, "anyOf", List.of(list, item));
    }
}
