package io.belay.assembly.door;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/**
 * A platform's event, read strictly: a field said twice, or anything after the end, is refused. Values are as written;
 * nothing is converted.
 */
public sealed interface Json {
    /** An object, its fields in order. */
    record Fields(Map<String, Json> fields) implements Json {
        /** The field {@code name}; empty where there is none or where it is null. */
        public Optional<Json> find(String name) {
            return Optional.ofNullable(fields.get(name)).filter(field -> !(field instanceof Nothing));
        }

        /**
         * The text in field {@code name}; empty where there is none or where it is null.
         *
         * @throws BadRequest where it is something else
         */
        public Optional<String> text(String name) {
            return find(name).map(field -> switch (field) {
                case Text text -> text.text();
                case Fields _, Items _, Plain _, Nothing _ -> throw BadRequest.at("$." + name, "a text is meant");
            });
        }

        /**
         * The object in field {@code name}; empty where there is none or where it is null.
         *
         * @throws BadRequest where it is something else
         */
        public Optional<Fields> object(String name) {
            return find(name).map(field -> switch (field) {
                case Fields fields -> fields;
                case Text _, Items _, Plain _, Nothing _ -> throw BadRequest.at("$." + name, "an object is meant");
            });
        }
    }

    /** A list. */
    record Items(List<Json> items) implements Json {}

    /** A text. */
    record Text(String text) implements Json {}

    /** A number, true or false, as written. */
    record Plain(String written) implements Json {}

    /** Null. */
    record Nothing() implements Json {}

    /**
     * The value that {@code body} holds.
     *
     * @throws BadRequest where it is longer than {@code largest} bytes or is not JSON
     */
    static Json read(byte[] body, int largest) {
        try (var parser = Reading.FACTORY.createParser(ObjectReadContext.empty(), Reading.text(body, largest))) {
            if (parser.nextToken() == null) {
                throw BadRequest.at("$", "found nothing");
            }
            var value = Reading.value(parser);
            if (parser.nextToken() != null) {
                throw BadRequest.at("$", "something follows the value's end");
            }
            return value;
        } catch (JacksonException wrong) {
            throw Reading.malformed(wrong);
        }
    }

    /** How it is read. */
    final class Reading {
        static final JsonFactory FACTORY = JsonFactory.builder()
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();

        private Reading() {}

        static String text(byte[] body, int largest) {
            if (body.length > largest) {
                throw new BadRequest(413, "$", "the body is too long; at most " + largest + " bytes are read");
            }
            try {
                return StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(body))
                        .toString();
            } catch (CharacterCodingException _) {
                throw BadRequest.at("$", "the body is not UTF-8");
            }
        }

        /** Jackson's own message would repeat the caller's words. */
        static BadRequest malformed(JacksonException wrong) {
            // Jackson gives none where a limit of its own was passed, such as on nesting.
            var place = Optional.ofNullable(wrong.getLocation())
                    .map(location -> "line " + location.getLineNr() + ", column " + location.getColumnNr());
            return BadRequest.at(place.orElse("$"), why(wrong));
        }

        private static String why(JacksonException wrong) {
            if (wrong instanceof StreamConstraintsException) {
                return "nested deeper, or a name or number longer, than is read";
            }
            return String.valueOf(wrong.getOriginalMessage()).startsWith("Duplicate")
                    ? "Duplicate field"
                    : "not well-formed JSON";
        }

        private static Json value(JsonParser parser) {
            var token = parser.currentToken();
            // Not as "case null": the JDK makes such a switch at its first use, which took 9 ms of every first call.
            if (token == null) {
                return new Nothing();
            }
            return switch (token) {
                case START_OBJECT -> fields(parser);
                case START_ARRAY -> items(parser);
                case VALUE_STRING -> new Text(parser.getString());
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE -> new Plain(parser.getString());
                default -> new Nothing();
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
