package io.belay.adapter.compose;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/** The objects that docker prints: one array of them, or one after another, as its versions differ. */
final class JsonValues {
    private static final JsonFactory FACTORY = new JsonFactory();

    private JsonValues() {}

    /** @throws IllegalArgumentException where {@code text} is something else */
    static List<Map<String, Object>> objects(String text) {
        var objects = new ArrayList<Map<String, Object>>();
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    objects.add(object(parser));
                }
            }
            return objects;
        } catch (JacksonException wrong) {
            throw new IllegalArgumentException("no JSON", wrong);
        }
    }

    static String text(Map<?, ?> object, String name) {
        var value = object.get(name);
        return value == null ? "" : value.toString();
    }

    static Map<?, ?> object(Map<?, ?> object, String name) {
        return object.get(name) instanceof Map<?, ?> map ? map : Map.of();
    }

    private static Map<String, Object> object(JsonParser parser) {
        var members = new LinkedHashMap<String, Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            value(parser).ifPresent(value -> members.put(name, value));
        }
        return members;
    }

    private static Optional<Object> value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> Optional.of(object(parser));
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    value(parser).ifPresent(items::add);
                }
                yield Optional.of(items);
            }
            case VALUE_NULL -> Optional.empty();
            case null, default -> Optional.of(parser.getString());
        };
    }
}
