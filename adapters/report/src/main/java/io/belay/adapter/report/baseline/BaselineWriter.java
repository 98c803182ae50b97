package io.belay.adapter.report.baseline;

import io.belay.core.schema.Column;
import io.belay.core.schema.ForeignKey;
import io.belay.core.schema.Index;
import io.belay.core.schema.Picture;
import io.belay.core.schema.Table;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonWriteFeature;

/** Writes a baseline. An entry is left out where it is what it mostly is: nullable, not unique, valid. */
final class BaselineWriter {
    // The caller owns the writer; and half a baseline must not look whole. What is not ASCII is escaped, so that no
    // line
    // ends or turns round within a name.
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
            .disable(StreamWriteFeature.AUTO_CLOSE_CONTENT)
            .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
            .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
            .build();

    private final Writer out;

    BaselineWriter(Writer out) {
        this.out = out;
    }

    void write(Picture picture) throws IOException {
        try (var json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            line(json, "");
            text(json, "belay", Baseline.VERSION);
            line(json, "");
            text(json, "engine", picture.engine());
            entries(json, "", "tables", picture.tables(), table -> table(json, table));
            entries(json, "", "views", picture.views(), view -> {
                text(json, "name", view.name());
                flag(json, "stored", view.stored());
                text(json, "definition", view.definition());
            });
            entries(json, "", "sequences", picture.sequences(), sequence -> {
                text(json, "name", sequence.name());
                text(json, "definition", sequence.definition());
            });
            entries(json, "", "enumerations", picture.enumerations(), enumeration -> {
                text(json, "name", enumeration.name());
                texts(json, "labels", enumeration.labels());
            });
            entries(json, "", "routines", picture.routines(), routine -> {
                text(json, "name", routine.name());
                text(json, "hash", routine.hash());
            });
            entries(json, "", "unseen", picture.unseen(), unseen -> {
                text(json, "part", unseen.part().word());
                text(json, "name", unseen.name());
                text(json, "why", unseen.why());
            });
            line(json, "");
            json.writeEndObject();
            json.writeRaw("\n");
        } catch (JacksonIOException failed) {
            throw failed.getCause();
        }
    }

    private static void table(JsonGenerator json, Table table) {
        text(json, "name", table.name());
        if (!table.primaryKey().isEmpty()) {
            texts(json, "primaryKey", table.primaryKey());
        }
        var indent = "  ";
        entries(json, indent, "columns", table.columns(), column -> column(json, column));
        entries(json, indent, "indexes", table.indexes(), index -> index(json, index));
        entries(json, indent, "foreignKeys", table.foreignKeys(), key -> foreignKey(json, key));
        entries(json, indent, "checks", table.checks(), check -> {
            text(json, "name", check.name());
            text(json, "expression", check.expression());
            flag(json, "invalid", !check.valid());
        });
        entries(json, indent, "triggers", table.triggers(), trigger -> {
            text(json, "name", trigger.name());
            text(json, "hash", trigger.hash());
        });
    }

    private static void column(JsonGenerator json, Column column) {
        text(json, "name", column.name());
        text(json, "type", column.type());
        flag(json, "notNull", !column.nullable());
        column.fallback().ifPresent(value -> text(json, "default", value));
        column.generated().ifPresent(how -> text(json, "generated", how));
    }

    private static void index(JsonGenerator json, Index index) {
        text(json, "name", index.name());
        flag(json, "unique", index.unique());
        text(json, "method", index.method());
        texts(json, "parts", index.parts());
        index.where().ifPresent(rows -> text(json, "where", rows));
        flag(json, "invalid", !index.valid());
    }

    private static void foreignKey(JsonGenerator json, ForeignKey key) {
        text(json, "name", key.name());
        texts(json, "columns", key.columns());
        text(json, "table", key.table());
        texts(json, "referenced", key.referenced());
        text(json, "onDelete", key.onDelete());
        text(json, "onUpdate", key.onUpdate());
        flag(json, "invalid", !key.valid());
    }

    /** A list with a line for each entry; nothing where it is empty. */
    private static <T> void entries(JsonGenerator json, String indent, String key, List<T> all, Consumer<T> entry) {
        if (all.isEmpty()) {
            return;
        }
        line(json, indent);
        json.writeArrayPropertyStart(key);
        for (var each : all) {
            line(json, indent + "  ");
            json.writeStartObject();
            entry.accept(each);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    /** White space may stand before any word of JSON; the comma comes with the next value. */
    private static void line(JsonGenerator json, String indent) {
        json.writeRaw("\n" + indent);
    }

    private static void text(JsonGenerator json, String key, String value) {
        json.writeStringProperty(key, value);
    }

    private static void texts(JsonGenerator json, String key, List<String> values) {
        json.writeArrayPropertyStart(key);
        values.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void flag(JsonGenerator json, String key, boolean value) {
        if (value) {
            json.writeBooleanProperty(key, true);
        }
    }
}
