package io.belay.assembly.door;

import io.belay.core.fact.Spans;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a caller's JSON strictly: <code>{"only": ["api"], "within": "20s"}</code>, an empty object or nothing at all. An
 * unknown field, a wrong type, a field said twice or anything after the end is refused with its place.
 */
public final class AskedReader {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST = 64 * 1024;

    private static final JsonFactory JSON = JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private AskedReader() {}

    /**
     * What {@code body} asks.
     *
     * @throws BadRequest where it is not such JSON
     */
    public static Asked read(byte[] body) {
        if (body.length > LARGEST) {
            throw new BadRequest(413, "$", "the body has " + body.length + " bytes; at most " + LARGEST + " are read");
        }
        var text = text(body);
        if (text.isBlank()) {
            return Asked.ALL;
        }
        try (var parser = JSON.createParser(ObjectReadContext.empty(), text)) {
            var asked = object(parser);
            if (parser.nextToken() != null) {
                throw BadRequest.at("$", "something follows the object's end");
            }
            return asked;
        } catch (JacksonException wrong) {
            var place = wrong.getLocation();
            throw BadRequest.at(
                    "line " + place.getLineNr() + ", column " + place.getColumnNr(),
                    "not well-formed JSON: " + wrong.getOriginalMessage());
        }
    }

    private static Asked object(JsonParser parser) {
        if (parser.nextToken() != JsonToken.START_OBJECT) {
            throw BadRequest.at("$", "found " + found(parser) + "; an object is meant");
        }
        Set<String> only = Set.of();
        Optional<Duration> within = Optional.empty();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var field = parser.currentName();
            parser.nextToken();
            switch (field) {
                case "only" -> only = names(parser);
                case "within" -> within = Optional.of(span(parser));
                default -> throw BadRequest.at("$." + field, "no such field; there are only and within");
            }
        }
        return new Asked(only, within);
    }

    private static Set<String> names(JsonParser parser) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw BadRequest.at("$.only", "found " + found(parser) + "; a list of names is meant");
        }
        var names = new LinkedHashSet<String>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            if (parser.currentToken() != JsonToken.VALUE_STRING) {
                throw BadRequest.at("$.only[" + names.size() + "]", "found " + found(parser) + "; a name is meant");
            }
            names.add(parser.getString());
        }
        if (names.isEmpty()) {
            throw BadRequest.at("$.only", "found an empty list; leave the field out to ask for all");
        }
        return names;
    }

    private static Duration span(JsonParser parser) {
        var text = parser.currentToken() == JsonToken.VALUE_STRING ? parser.getString() : found(parser);
        return Spans.read(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> BadRequest.at("$.within", "found " + text + "; a span such as 20s is meant"));
    }

    private static String found(JsonParser parser) {
        return switch (parser.currentToken()) {
            case START_ARRAY -> "a list";
            case START_OBJECT -> "an object";
            case VALUE_STRING -> "a text";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            case null, default -> "nothing";
        };
    }

    private static String text(byte[] body) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString();
        } catch (CharacterCodingException _) {
            throw BadRequest.at("$", "the body is not UTF-8");
        }
    }
}
