package io.belay.assembly.door;

import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

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
        return Json.Reading.text(body, LARGEST).isBlank() ? Asked.ALL : of(Json.read(body, LARGEST));
    }

    /**
     * What {@code value} asks.
     *
     * @throws BadRequest where it is not such JSON
     */
    public static Asked of(Json value) {
        if (!(value instanceof Json.Fields object)) {
            throw BadRequest.at("$", "found " + found(value) + "; an object is meant");
        }
        Set<String> only = Set.of();
        Optional<Duration> within = Optional.empty();
        for (var field : object.fields().entrySet()) {
            switch (field.getKey()) {
                case "only" -> only = names(field.getValue());
                case "within" -> within = Optional.of(span(field.getValue()));
                default ->
                    throw BadRequest.quoting(
                            "$." + cut(field.getKey()),
                            "no such field; there are only and within",
                            "$: a field other than only and within");
            }
        }
        return new Asked(only, within);
    }

    private static Set<String> names(Json value) {
        if (!(value instanceof Json.Items list)) {
            throw BadRequest.at("$.only", "found " + found(value) + "; a list of names is meant");
        }
        var names = new LinkedHashSet<String>();
        for (var item : list.items()) {
            if (!(item instanceof Json.Text name)) {
                throw BadRequest.at("$.only[" + names.size() + "]", "found " + found(item) + "; a name is meant");
            }
            names.add(name.text());
        }
        if (names.isEmpty()) {
            throw BadRequest.at("$.only", "found an empty list; leave the field out to ask for all");
        }
        return names;
    }

    private static Duration span(Json value) {
        if (!(value instanceof Json.Text span)) {
            throw BadRequest.at("$.within", "found " + found(value) + "; a span such as 20s is meant");
        }
        return span("$.within", span.text());
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

    private static String found(Json value) {
        return switch (value) {
            case Json.Items _ -> "a list";
            case Json.Fields _ -> "an object";
            case Json.Text _ -> "a text";
            case Json.Plain(var written) ->
                written.equals("true") || written.equals("false") ? "true or false" : "a number";
            case Json.Nothing _ -> "nothing";
        };
    }
}
