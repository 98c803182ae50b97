package io.belay.assembly.door;

import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/**
 * Reads a caller's JSON strictly: <code>{"only": ["api"], "within": "20s"}</code>, an empty object or nothing at all. An
 * unknown field, a wrong type, a field said twice or anything after the end is refused with its place.
 */
public final class AskedReader {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST = 64 * 1024;

    /** How much of a caller's own words is repeated to it, in characters. */
    private static final int QUOTED = 80;

    private AskedReader() {}

    /**
     * What {@code body} asks. Never reads further than the largest body.
     *
     * @throws BadRequest where it is not such JSON
     * @throws IOException where the caller went away
     */
    public static Asked read(InputStream body) throws IOException {
        return read(body.readNBytes(LARGEST + 1));
    }

    /**
     * What {@code body} asks.
     *
     * @throws BadRequest where it is not such JSON
     */
    public static Asked read(byte[] body) {
        var text = Json.Reading.text(body, LARGEST);
        if (text.isBlank()) {
            return Asked.ALL;
        }
        try (var parser = Json.Reading.FACTORY.createParser(ObjectReadContext.empty(), text)) {
            var asked = object(parser);
            if (parser.nextToken() != null) {
                throw BadRequest.at("$", "something follows the object's end");
            }
            return asked;
        } catch (JacksonException wrong) {
            throw Json.Reading.malformed(wrong);
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
                default ->
                    throw BadRequest.quoting(
                            "$." + cut(field),
                            "no such field; there are only and within",
                            "$: a field other than only and within");
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
        if (parser.currentToken() != JsonToken.VALUE_STRING) {
            throw BadRequest.at("$.within", "found " + found(parser) + "; a span such as 20s is meant");
        }
        return span("$.within", parser.getString());
    }

    static Duration span(String place, String text) {
        return Spans.read(text)
                .filter(Duration::isPositive)
                .orElseThrow(() -> BadRequest.quoting(
                        place,
                        "found " + cut(text) + "; a span such as 20s is meant",
                        place + ": no span such as 20s"));
    }

    static String cut(String text) {
        return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
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
}
