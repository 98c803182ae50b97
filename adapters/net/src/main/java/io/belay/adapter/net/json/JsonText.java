package io.belay.adapter.net.json;

import io.belay.core.settings.Tree;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** Writes compact JSON. Every text is escaped when it is written, so a value can never end the string it stands in. */
public final class JsonText {
    private JsonText() {}

    /**
     * A value of the system file as JSON, its secrets in it.
     *
     * @throws IllegalStateException where a variable was not filled in
     */
    public static String of(Tree tree) {
        return written(generator -> write(generator, tree));
    }

    /** Maps, lists, texts, numbers, flags and nulls as JSON. */
    static String ofRead(@Nullable Object read) {
        return written(generator -> write(generator, read));
    }

    private interface Part {
        void writeTo(JsonGenerator generator);
    }

    private static String written(Part part) {
        var text = new StringWriter();
        try (var generator = JsonReader.FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            part.writeTo(generator);
        }
        return text.toString();
    }

    private static void write(JsonGenerator generator, Tree tree) {
        switch (tree) {
            case Tree.Branch branch -> {
                generator.writeStartObject();
                branch.children().forEach((name, child) -> write(generator.writeName(name), child));
                generator.writeEndObject();
            }
            case Tree.Row row -> {
                generator.writeStartArray();
                row.items().forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case Tree.Leaf leaf -> generator.writeString(leaf.text().reveal());
            case Tree.Numeral numeral -> generator.writeNumber(numeral.number());
            case Tree.Flag flag -> generator.writeBoolean(flag.flag());
            case Tree.Nothing _ -> generator.writeNull();
        }
    }

    private static void write(JsonGenerator generator, @Nullable Object read) {
        switch (read) {
            case null -> generator.writeNull();
            case Map<?, ?> map -> {
                generator.writeStartObject();
                map.forEach((name, value) -> write(generator.writeName(String.valueOf(name)), value));
                generator.writeEndObject();
            }
            case Collection<?> items -> {
                generator.writeStartArray();
                items.forEach(item -> write(generator, item));
                generator.writeEndArray();
            }
            case BigDecimal number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            default -> generator.writeString(String.valueOf(read));
        }
    }
}
