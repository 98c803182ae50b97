package io.belay.adapter.deliveries;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** A JSON value as written. A field said twice, anything after the end, or nesting beyond 32 is refused. */
sealed interface Json {
    /** An object. */
    record Fields(Map<String, Json> fields) implements Json {}

    /** A list. */
    record Items(List<Json> items) implements Json {}

    /** A text. */
    record Text(String text) implements Json {}

    /** A number, as written. */
    record Digits(String written) implements Json {}

    /** True or false. */
    record Truth(boolean is) implements Json {}

    /** Null. */
    record Nothing() implements Json {}

    /** The value that {@code text} holds, which stands at {@code place}. */
    static Json read(String text, String place) {
        try (var parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            if (parser.nextToken() == null) {
                throw new NotRead(place, "nothing", "JSON");
            }
            var value = Reading.value(parser);
            if (parser.nextToken() != null) {
                throw new NotRead(place, "something after the value's end", "one JSON value");
            }
            return value;
        } catch (JacksonException wrong) {
            throw Reading.malformed(place, wrong);
        }
    }

    /** How it is read. */
    final class Reading {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(32)
                        .maxNumberLength(64)
                        .maxNameLength(1024)
                        .build())
                .build();

        private Reading() {}

        /** Jackson's own message would repeat the sender's words. */
        static NotRead malformed(String place, JacksonException wrong) {
            var at = Optional.ofNullable(wrong.getLocation())
                    .map(location -> ", line " + location.getLineNr() + ", column " + location.getColumnNr())
                    .orElse("");
            return new NotRead(place + at, why(wrong), "JSON, nested 32 deep at most, no field said twice");
        }

        private static String why(JacksonException wrong) {
            if (wrong instanceof StreamConstraintsException) {
                return "nesting, a name or a number beyond the bounds";
            }
            return String.valueOf(wrong.getOriginalMessage()).startsWith("Duplicate")
                    ? "a field said twice"
                    : "something malformed";
        }

        private static Json value(JsonParser parser) {
            return switch (parser.currentToken()) {
                case START_OBJECT -> fields(parser);
                case START_ARRAY -> items(parser);
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new Digits(parser.getString());
                case VALUE_TRUE -> new Truth(true);
                case VALUE_FALSE -> new Truth(false);
                case null, default -> new Nothing();
            };
        }

        private static Fields fields(JsonParser parser) {
            var fields = new LinkedHashMap<String, Json>();
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                var name = parser.currentName();
                parser.nextToken();
                fields.put(name, value(parser));
            }
            return new Fields(fields);
        }

        private static Items items(JsonParser parser) {
            var items = new ArrayList<Json>();
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                items.add(value(parser));
            }
            return new Items(items);
        }
    }
}
