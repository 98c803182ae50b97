package io.belay.adapter.deliveries;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A value and where it stands. What is asked of it and is not so is refused with that place.
 *
 * @param place built of this module's own names alone
 */
record Spot(String place, Json json) {
    private static final Pattern WHOLE = Pattern.compile("0|[1-9][0-9]{0,17}");

    /** CloudWatch takes 255; CloudMonitor and Prometheus' users stay below. */
    private static final int LONGEST_NAME = 255;

    /** The field {@code name}; empty where there is none or where it is null. */
    Optional<Spot> find(String name) {
        return json instanceof Json.Fields(var fields)
                ? Optional.ofNullable(fields.get(name))
                        .filter(field -> !(field instanceof Json.Nothing))
                        .map(field -> new Spot(place + "." + name, field))
                : Optional.empty();
    }

    boolean has(String name) {
        return find(name).isPresent();
    }

    Spot field(String name) {
        if (!(json instanceof Json.Fields)) {
            throw not("an object");
        }
        return find(name).orElseThrow(() -> new NotRead(place + "." + name, "nothing", "this field"));
    }

    /** Refuses any field but {@code names}. */
    void only(Set<String> names) {
        if (!(json instanceof Json.Fields(var fields))) {
            throw not("an object");
        }
        if (!names.containsAll(fields.keySet())) {
            throw new NotRead(
                    place,
                    "a field that is none of them",
                    String.join(", ", names.stream().sorted().toList()));
        }
    }

    List<Spot> items() {
        if (!(json instanceof Json.Items(var items))) {
            throw not("a list");
        }
        var spots = new ArrayList<Spot>();
        for (var item : items) {
            spots.add(new Spot(place + "[" + spots.size() + "]", item));
        }
        return spots;
    }

    String text() {
        if (!(json instanceof Json.Text(var text))) {
            throw not("a text");
        }
        return text;
    }

    /** A text that can be shown on one line: 1 to 255 characters, none of them a control. */
    String name() {
        var text = text();
        if (text.isBlank() || text.length() > LONGEST_NAME || text.codePoints().anyMatch(Spot::isUnfit)) {
            throw not("a name of 1 to " + LONGEST_NAME + " characters on one line");
        }
        return text;
    }

    boolean is(String word) {
        return json instanceof Json.Text(var text) && text.equals(word);
    }

    void mustBe(String word) {
        if (!is(word)) {
            throw not(word);
        }
    }

    /** A number of zero or more without sign, fraction or exponent, as a number or as text. */
    long whole() {
        var written = switch (json) {
            case Json.Digits(var digits) -> digits;
            case Json.Text(var text) -> text;
            case Json.Fields _, Json.Items _, Json.Truth _, Json.Nothing _ -> "";
        };
        if (!WHOLE.matcher(written).matches()) {
            throw not("a whole number");
        }
        return Long.parseLong(written);
    }

    /** The JSON that this text holds. */
    Spot within() {
        var inner = place + " > $";
        return new Spot(inner, Json.read(text(), inner));
    }

    NotRead not(String meant) {
        return new NotRead(place, found(), meant);
    }

    private String found() {
        return switch (json) {
            case Json.Fields _ -> "an object";
            case Json.Items _ -> "a list";
            case Json.Text(var text) -> text.isBlank() ? "an empty text" : "another text";
            case Json.Digits _ -> "a number";
            case Json.Truth _ -> "true or false";
            case Json.Nothing _ -> "nothing";
        };
    }

    private static boolean isUnfit(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                true;
            default -> false;
        };
    }
}
