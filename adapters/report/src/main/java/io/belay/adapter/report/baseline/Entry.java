package io.belay.adapter.report.baseline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * One object of a baseline, read whole: its keys, each taken once, and where it stands.
 *
 * @param line where it begins
 */
record Entry(Map<String, Object> values, int line) {
    /** The deepest that a baseline goes; hostile nesting ends here. */
    private static final int DEEPEST = 8;

    /** Reads the object at whose beginning {@code parser} stands. */
    static Entry read(JsonParser parser) {
        return read(parser, DEEPEST);
    }

    private static Entry read(JsonParser parser, int deep) {
        var line = parser.currentTokenLocation().getLineNr();
        if (parser.currentToken() != JsonToken.START_OBJECT || deep == 0) {
            throw new IllegalArgumentException("line " + line + ": meant an object");
        }
        var values = new HashMap<String, Object>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var key = parser.currentName();
            parser.nextToken();
            if (values.put(key, value(parser, deep - 1)) != null) {
                throw new IllegalArgumentException(at(parser) + "a second " + key);
            }
        }
        return new Entry(values, line);
    }

    private static Object value(JsonParser parser, int deep) {
        return switch (parser.currentToken()) {
            case START_OBJECT -> read(parser, deep);
            case START_ARRAY -> {
                var items = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    if (parser.currentToken() == JsonToken.START_ARRAY) {
                        throw new IllegalArgumentException(at(parser) + "no list within a list");
                    }
                    items.add(value(parser, deep));
                }
                yield items;
            }
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_STRING -> parser.getString();
            default -> throw new IllegalArgumentException(at(parser) + "meant a text, a list or true");
        };
    }

    private static String at(JsonParser parser) {
        return "line " + parser.currentTokenLocation().getLineNr() + ": ";
    }

    /** Refuses any key but {@code known}. */
    Entry only(Set<String> known) {
        for (var key : values.keySet()) {
            if (!known.contains(key)) {
                throw wrong(
                        key,
                        "a key that " + Baseline.VERSION + " knows: "
                                + String.join(", ", known.stream().sorted().toList()));
            }
        }
        return this;
    }

    String text(String key) {
        return maybeText(key).orElseThrow(() -> wrong(key, "a text"));
    }

    Optional<String> maybeText(String key) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return Optional.empty();
        }
        if (value instanceof String text) {
            return Optional.of(text);
        }
        throw wrong(key, "a text");
    }

    boolean flag(String key) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return false;
        }
        if (value instanceof Boolean flag) {
            return flag;
        }
        throw wrong(key, "true or false");
    }

    List<String> texts(String key) {
        return list(key).stream()
                .map(each -> each instanceof String text ? text : fail(key))
                .toList();
    }

    private String fail(String key) {
        throw wrong(key, "a list of texts");
    }

    <T> List<T> entries(String key, Function<Entry, T> made) {
        var all = new ArrayList<T>();
        for (var each : list(key)) {
            if (!(each instanceof Entry entry)) {
                throw wrong(key, "a list of objects");
            }
            all.add(made.apply(entry));
        }
        return all;
    }

    private List<?> list(String key) {
        @Nullable Object value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (value instanceof List<?> list) {
            return list;
        }
        throw wrong(key, "a list");
    }

    /** The refusal that names this place. */
    IllegalArgumentException wrong(String key, String meant) {
        return new IllegalArgumentException("line " + line + ", " + key + ": meant " + meant);
    }
}
