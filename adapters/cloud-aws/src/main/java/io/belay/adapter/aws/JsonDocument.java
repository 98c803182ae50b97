package io.belay.adapter.aws;

import io.belay.core.document.Document;
import io.belay.core.settings.Tree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads answers and writes questions in JSON. */
final class JsonDocument {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private JsonDocument() {}

    /** @throws IllegalArgumentException where it is none */
    static Document read(String text) {
        try {
            return Document.of(MAPPER.readValue(text.isBlank() ? "{}" : text, Object.class));
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("no JSON", wrong);
        }
    }

    static String write(Tree tree) {
        return MAPPER.writeValueAsString(plain(tree));
    }

    private static @Nullable Object plain(Tree tree) {
        return switch (tree) {
            case Tree.Branch(var children) -> {
                var map = new LinkedHashMap<String, @Nullable Object>();
                children.forEach((name, child) -> map.put(name, plain(child)));
                yield map;
            }
            case Tree.Row(var items) -> items.stream().map(JsonDocument::plain).toList();
            case Tree.Leaf(var text) -> text.reveal();
            case Tree.Numeral(var number) -> number;
            case Tree.Flag(var flag) -> flag;
            case Tree.Nothing _ -> null;
        };
    }

    /** As parameters of a form: what stands below a name is joined by dots, and items count from 1. */
    static Map<String, String> flat(Tree.Branch tree) {
        var flat = new LinkedHashMap<String, String>();
        tree.children().forEach((name, child) -> flat(name, child, flat));
        return flat;
    }

    private static void flat(String name, Tree tree, Map<String, String> flat) {
        switch (tree) {
            case Tree.Branch(var children) -> children.forEach((below, child) -> flat(name + "." + below, child, flat));
            case Tree.Row(var items) -> {
                for (int i = 0; i < items.size(); i++) {
                    flat(name + "." + (i + 1), items.get(i), flat);
                }
            }
            case Tree.Leaf(var text) -> flat.put(name, text.reveal());
            case Tree.Numeral(var number) -> flat.put(name, number.toPlainString());
            case Tree.Flag(var flag) -> flat.put(name, Boolean.toString(flag));
            case Tree.Nothing _ -> {}
        }
    }
}
