package io.belay.assembly.door;

import io.belay.assembly.Bundle;
import io.belay.core.Cause;
import io.belay.core.fact.Spans;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads a caller's JSON strictly: <code>{"only": ["api"], "within": "20s"}</code>, an empty object or nothing at all. An
 * unknown field, a wrong type, a field said twice or anything after the end is refused with its place. What may be said
 * depends on the function: {@link AskedField}.
 */
public final class AskedReader {
    /** The largest body that is read, in bytes. */
    public static final int LARGEST = 64 * 1024;

    /** How much of a caller's own words is repeated to it, in characters. */
    private static final int QUOTED = 80;

    private final Set<AskedField> fields;
    private final Optional<Caller> caller;
    private final boolean planned;

    private AskedReader(Set<AskedField> fields, Optional<Caller> caller, boolean planned) {
        this.fields = fields;
        this.caller = caller;
        this.planned = planned;
    }

    /**
     * Reads what is said to {@code function}.
     *
     * @param caller who asks, where that is sure
     */
    public static AskedReader of(String function, Optional<Caller> caller) {
        var bearer = caller.filter(Caller.Bearer.class::isInstance).isPresent();
        return new AskedReader(AskedField.of(function), caller, bearer && function.equals(Bundle.ROLLBACK));
    }

    /**
     * What {@code body} asks. Never reads further than the largest body.
     *
     * @throws BadRequest where it is not such JSON
     * @throws IOException where the caller went away
     */
    public Asked read(InputStream body) throws IOException {
        return read(body.readNBytes(LARGEST + 1));
    }

    /**
     * What {@code body} asks.
     *
     * @throws BadRequest where it is not such JSON
     */
    public Asked read(byte[] body) {
        var blank = Json.Reading.text(body, LARGEST).isBlank();
        return read(blank ? new Json.Fields(Map.of()) : Json.read(body, LARGEST));
    }

    /**
     * What {@code value} asks.
     *
     * @throws BadRequest where it is not such JSON
     */
    public Asked read(Json value) {
        if (!(value instanceof Json.Fields object)) {
            throw BadRequest.at("$", "found " + found(value) + "; an object is meant");
        }
        var said = new EnumMap<AskedField, Json>(AskedField.class);
        for (var field : object.fields().entrySet()) {
            said.put(known(field.getKey()), field.getValue());
        }
        var within = Optional.ofNullable(said.get(AskedField.WITHIN)).map(text -> span("$.within", text));
        var system = Optional.ofNullable(said.get(AskedField.SYSTEM)).map(AskedReader::system);
        var tick = Optional.ofNullable(said.get(AskedField.TICK)).map(text -> span("$.tick", text));
        return new Asked(only(said), within, cause(said), system, tick);
    }

    private static String system(Json value) {
        if (!(value instanceof Json.Text name)) {
            throw BadRequest.at("$.system", "found " + found(value) + "; a system's name is meant");
        }
        return name.text();
    }

    private AskedField known(String word) {
        return AskedField.find(word)
                .filter(fields::contains)
                .orElseThrow(() -> BadRequest.quoting(
                        "$." + cut(word),
                        "no such field; there " + verb() + AskedField.list(fields),
                        "$: a field other than " + AskedField.list(fields)));
    }

    private String verb() {
        return fields.size() == 1 ? "is " : "are ";
    }

    private Set<String> only(Map<AskedField, Json> said) {
        if (fields.contains(AskedField.REVISIONS)) {
            return names("$.revisions", "say which", CauseReader.needed(said, AskedField.REVISIONS));
        }
        return Optional.ofNullable(said.get(AskedField.ONLY))
                .map(list -> names("$.only", "leave the field out to ask for all", list))
                .orElse(Set.of());
    }

    private Optional<Cause> cause(Map<AskedField, Json> said) {
        return new CauseReader(said, caller, AskedField.personal(fields), planned).read();
    }

    private static Set<String> names(String place, String otherwise, Json value) {
        if (!(value instanceof Json.Items list)) {
            throw BadRequest.at(place, "found " + found(value) + "; a list of names is meant");
        }
        var names = new LinkedHashSet<String>();
        for (var item : list.items()) {
            if (!(item instanceof Json.Text name)) {
                throw BadRequest.at(place + "[" + names.size() + "]", "found " + found(item) + "; a name is meant");
            }
            names.add(name.text());
        }
        if (names.isEmpty()) {
            throw BadRequest.at(place, "found an empty list; " + otherwise);
        }
        return names;
    }

    private static Duration span(String place, Json value) {
        if (!(value instanceof Json.Text span)) {
            throw BadRequest.at(place, "found " + found(value) + "; a span such as 20s is meant");
        }
        return span(place, span.text());
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

    static String found(Json value) {
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
