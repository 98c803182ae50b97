package io.belay.adapter.kubernetes;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An object of JSON. A member that is not there, that is null, or that is of another kind than the one asked for is absent;
 * what Kubernetes' next version adds is kept and given back as it is.
 */
record Json(Map<String, Object> members) {
    static final Json EMPTY = new Json(Map.of());

    /** The streaming core alone: it costs a cold start far less than binding to classes. */
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The object that {@code body} is; empty where it is none, as a gateway's page is none. */
    static Optional<Json> read(String body) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(new Json(object(parser)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** {@code value} as JSON: texts, numbers, flags, and maps and lists of them; an empty {@link Optional} is null. */
    static String write(Map<String, ?> value) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, value);
        }
        return text.toString();
    }

    Optional<String> text(String name) {
        return members.get(name) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    Optional<Integer> whole(String name) {
        return members.get(name) instanceof BigDecimal number ? Optional.of(number.intValue()) : Optional.empty();
    }

    boolean flag(String name) {
        return members.get(name) instanceof Boolean flag && flag;
    }

    /** The object of {@code name}; an empty one where there is none. */
    Json object(String name) {
        return members.get(name) instanceof Map<?, ?> map ? of(map) : EMPTY;
    }

    /** The objects in the list of {@code name}. */
    List<Json> objects(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(each -> of((Map<?, ?>) each))
                .toList();
    }

    /** The texts in the list of {@code name}. */
    List<String> list(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
    }

    /** The members that are texts: labels, annotations. */
    Map<String, String> texts() {
        var texts = new LinkedHashMap<String, String>();
        members.forEach((name, value) -> {
            if (value instanceof String text) {
                texts.put(name, text);
            }
        });
        return texts;
    }

    private static Json of(Map<?, ?> map) {
        var members = new LinkedHashMap<String, Object>();
        map.forEach((name, value) -> members.put((String) name, value));
        return new Json(members);
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
            case START_ARRAY -> Optional.of(array(parser));
            case VALUE_STRING -> Optional.of(parser.getString());
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> Optional.of(parser.getDecimalValue());
            case VALUE_TRUE -> Optional.of(true);
            case VALUE_FALSE -> Optional.of(false);
            case null, default -> Optional.empty();
        };
    }

    private static List<Object> array(JsonParser parser) {
        var items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            value(parser).ifPresent(items::add);
        }
        return items;
    }

    private static void write(JsonGenerator generator, Object value) {
        switch (value) {
            case Map<?, ?> map -> {
                generator.writeStartObject();
                map.forEach((name, member) -> {
                    generator.writeName(name.toString());
                    write(generator, member);
                });
                generator.writeEndObject();
            }
            case List<?> list -> {
                generator.writeStartArray();
                list.forEach(each -> write(generator, each));
                generator.writeEndArray();
            }
            case BigDecimal number -> generator.writeNumber(number);
            case Boolean flag -> generator.writeBoolean(flag);
            case Optional<?> _ -> generator.writeNull();
            default -> generator.writeString(value.toString());
        }
    }
}
