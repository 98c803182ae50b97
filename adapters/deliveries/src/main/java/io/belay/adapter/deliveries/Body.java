package io.belay.adapter.deliveries;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The bytes of a delivery as text.
 *
 * @param json its value, where it begins as JSON does
 */
record Body(String text, Optional<Spot> json) {
    /** JSON's and XML's white space; Java's own idea of it is wider. */
    private static final Pattern AROUND = Pattern.compile("\\A[ \\t\\r\\n]++|(?<![ \\t\\r\\n])[ \\t\\r\\n]++\\z");

    static Body of(byte[] bytes) {
        if (bytes.length > Deliveries.LARGEST) {
            throw new NotRead("$", "a longer body", "at most " + Deliveries.LARGEST + " bytes");
        }
        return of(text(bytes), "$");
    }

    /** What {@code text}, which stands at {@code place}, is. */
    static Body of(String written, String place) {
        var text = AROUND.matcher(written).replaceAll("");
        var isJson = text.startsWith("{") || text.startsWith("[");
        return new Body(text, isJson ? Optional.of(new Spot(place, Json.read(text, place))) : Optional.empty());
    }

    private static String text(byte[] bytes) {
        try {
            var decoder = StandardCharsets.UTF_8.newDecoder();
            return decoder.decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            throw new NotRead("$", "bytes that are not", "UTF-8");
        }
    }

    /** The value that it is. */
    Spot value() {
        return json.orElseThrow(() -> new NotRead("$", text.isEmpty() ? "nothing" : "another text", "JSON"));
    }

    boolean isXml() {
        return text.startsWith("<");
    }

    /** Whether it is an object with all of these fields. */
    boolean has(String... names) {
        return json.filter(value -> has(value, names)).isPresent();
    }

    /** Whether it is an object, or a list that begins with one, with all of these fields. */
    boolean hasFirst(String... names) {
        return json.map(Body::first).filter(value -> has(value, names)).isPresent();
    }

    /** Whether field {@code name} of it, or of the first item of its list, is {@code word}. */
    boolean says(String name, String word) {
        return json.map(Body::first)
                .flatMap(value -> value.find(name))
                .filter(field -> field.is(word))
                .isPresent();
    }

    boolean isList() {
        return json.filter(value -> value.json() instanceof Json.Items).isPresent();
    }

    /** Whether it is a list that begins with a text. */
    boolean beginsWithText() {
        return json.filter(value -> value.json() instanceof Json.Items)
                .map(Body::first)
                .filter(value -> value.json() instanceof Json.Text)
                .isPresent();
    }

    /** Whether it tells of an invocation of a function whose ARN begins so. */
    boolean isOfFunction(String arn) {
        return json.flatMap(value -> value.find("requestContext"))
                .filter(context -> context.has("condition"))
                .flatMap(context -> context.find("functionArn"))
                .filter(said -> said.json() instanceof Json.Text(var text) && text.startsWith(arn))
                .isPresent();
    }

    private static Spot first(Spot value) {
        return value.json() instanceof Json.Items(var items) && !items.isEmpty()
                ? value.items().getFirst()
                : value;
    }

    private static boolean has(Spot value, String... names) {
        for (var name : names) {
            if (!value.has(name)) {
                return false;
            }
        }
        return true;
    }
}
