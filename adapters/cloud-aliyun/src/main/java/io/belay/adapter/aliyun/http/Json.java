package io.belay.adapter.aliyun.http;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * An object of JSON. A member that is not there, that is null, or that is of another kind than the one asked for is absent:
 * what an API's next version adds or leaves out is no fault.
 */
public record Json(Map<String, @Nullable Object> members) {
    /** No members. */
    public static final Json EMPTY = new Json(Map.of());

    /** The streaming core alone: it costs a cold start far less than binding to classes. */
    private static final JsonFactory FACTORY = new JsonFactory();

    /** The object that {@code body} is; empty where it is none, as a page of a gateway in HTML is none. */
    public static Optional<Json> read(String body) {
        try (var parser = FACTORY.createParser(ObjectReadContext.empty(), body)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                return Optional.empty();
            }
            return Optional.of(new Json(object(parser)));
        } catch (JacksonException _) {
            return Optional.empty();
        }
    }

    /** {@code value} as JSON: texts, numbers, flags, and maps and lists of them. */
    public static String write(Map<String, ?> value) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(generator, value);
        }
        return text.toString();
    }

    /** The text of {@code name}; a number or a flag counts as its text, since APIs are not sure themselves. */
    public Optional<String> text(String name) {
        var found = members.get(name);
        return switch (found) {
            case String text -> Optional.of(text);
            case BigDecimal number -> Optional.of(number.toPlainString());
            case Boolean flag -> Optional.of(flag.toString());
            case null, default -> Optional.empty();
        };
    }

    /** The number of {@code name}, written as one or as text. */
    public Optional<BigDecimal> number(String name) {
        try {
            return text(name).map(BigDecimal::new);
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The object of {@code name}; an empty one where there is none. */
    public Json object(String name) {
        return members.get(name) instanceof Map<?, ?> map ? of(map) : EMPTY;
    }

    /** The objects in the list of {@code name}. */
    public List<Json> objects(String name) {
        if (!(members.get(name) instanceof List<?> list)) {
            return List.of();
        }
        return list.stream()
                .filter(Map.class::isInstance)
                .map(each -> of((Map<?, ?>) each))
                .toList();
    }

    /** The texts in the list of {@code name}. */
    public List<String> texts(String name) {
        return members.get(name) instanceof List<?> list
                ? list.stream()
                        .filter(String.class::isInstance)
                        .map(String.class::cast)
                        .toList()
                : List.of();
    }

    private static Json of(Map<?, ?> map) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        map.forEach((name, value) -> members.put((String) name, value));
        return new Json(members);
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) {
        var members = new LinkedHashMap<String, @Nullable Object>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            var name = parser.currentName();
            parser.nextToken();
            members.put(name, value(parser));
        }
        return members;
    }

    private static @Nullable Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> parser.getString();
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case null, default -> null;
        };
    }

    private static List<@Nullable Object> list(JsonParser parser) {
        var items = new ArrayList<@Nullable Object>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(parser));
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
            case Number number -> generator.writeNumber(number.longValue());
            case Boolean flag -> generator.writeBoolean(flag);
            default -> generator.writeString(value.toString());
        }
    }
}
