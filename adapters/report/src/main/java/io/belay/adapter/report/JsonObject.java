package io.belay.adapter.report;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** One object of a report's JSON, read whole, and its values by key. */
record JsonObject(Map<String, Object> values) {
    /** Reads the object at whose beginning {@code parser} stands. */
    static JsonObject read(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            throw new IllegalArgumentException("found no object, which a report is");
        }
        var values = new LinkedHashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            values.put(key, value(parser));
        }
        return new JsonObject(values);
    }

    private static Object value(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser);
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    items.add(value(parser));
                }
                yield items;
            }
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> parser.getDecimalValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getString();
            default -> "";
        };
    }

    String text(String key) {
        return maybeText(key).orElseThrow(() -> missing(key, "a text"));
    }

    Optional<String> maybeText(String key) {
        return values.get(key) instanceof String text ? Optional.of(text) : Optional.empty();
    }

    boolean flag(String key) {
        if (values.get(key) instanceof Boolean flag) {
            return flag;
        }
        throw missing(key, "true or false");
    }

    Duration millis(String key) {
        return millis(key, values.get(key));
    }

    /** None where there is no such key. */
    List<Duration> allMillis(String key) {
        return items(key).stream().map(item -> millis(key, item)).toList();
    }

    /** None where there is no such key. */
    List<JsonObject> objects(String key) {
        return items(key).stream()
                .map(item -> {
                    if (item instanceof JsonObject object) {
                        return object;
                    }
                    throw missing(key, "objects");
                })
                .toList();
    }

    private List<?> items(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case List<?> items -> items;
            default -> throw missing(key, "a list");
        };
    }

    private static Duration millis(String key, @Nullable Object value) {
        if (value instanceof BigDecimal number && number.precision() < 20 && Math.abs(number.scale()) < 20) {
            return Duration.ofNanos(number.movePointRight(6).longValue());
        }
        throw missing(key, "milliseconds");
    }

    private static IllegalArgumentException missing(String key, String meant) {
        return new IllegalArgumentException(key + " is missing or is something else; " + meant + " is meant");
    }
}
