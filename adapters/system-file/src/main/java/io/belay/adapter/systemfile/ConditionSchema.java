package io.belay.adapter.systemfile;

import io.belay.core.probe.Observable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The schema of a condition, one for each type of fact. It takes whatever {@link ConditionReader} takes. */
final class ConditionSchema {
    private static final String SIGN = "(?:<=|>=|==|!=|<|>)\\s*";

    private ConditionSchema() {}

    /** The conditions on facts of {@code type}, by reference. */
    static Map<String, Object> on(Observable.Type type) {
        return Json.of("$ref", "#/$defs/" + name(type));
    }

    static String name(Observable.Type type) {
        return type.name().toLowerCase(Locale.ROOT) + "-condition";
    }

    static Map<String, Object> of(Observable.Type type) {
        var several = Json.of("description", "Any of these.", "type", "array", "minItems", 1, "items", on(type));
        return Json.of("description", description(type), "anyOf", List.of(bare(type), several, words(type)));
    }

    private static String description(Observable.Type type) {
        var meant = LiteralReader.meant(type);
        return Character.toUpperCase(meant.charAt(0))
                + meant.substring(1)
                + (type == Observable.Type.FLAG ? "" : "; or one with <, <=, >, >= or a range a..b")
                + "; a list is any of them.";
    }

    private static Map<String, Object> bare(Observable.Type type) {
        return switch (type) {
            case TEXT, ANY -> Json.of("type", FormSchema.SCALAR);
            case NUMBER -> number("|^[1-9]xx$|" + signed(Scalars.NUMBER));
            case SIZE -> string(signed(Units.SIZE));
            case SPAN -> string(signed(Units.SPAN));
            case FLAG -> literal(type);
        };
    }

    private static Map<String, Object> literal(Observable.Type type) {
        return switch (type) {
            case TEXT, ANY -> Json.of("type", FormSchema.SCALAR);
            case NUMBER -> number("");
            case SIZE -> string("^(?:" + Units.SIZE + ")$");
            case SPAN -> string("^(?:" + Units.SPAN + ")$");
            case FLAG -> Json.of("type", List.of("boolean", "string"), "pattern", FormSchema.OPEN);
        };
    }

    private static Map<String, Object> number(String more) {
        return Json.of(
                "type",
                List.of("number", "string"),
                "pattern",
                "^(?:" + Scalars.NUMBER + ")$" + more + "|" + FormSchema.OPEN);
    }

    private static Map<String, Object> string(String pattern) {
        return Json.of("type", "string", "pattern", pattern + "|" + FormSchema.OPEN);
    }

    private static String signed(String value) {
        return "^(?:" + SIGN + ")?(?:" + value + ")$|^(?:" + value + ")\\.\\.(?:" + value + ")$";
    }

    private static Map<String, Object> words(Observable.Type type) {
        var several = Json.of("type", "array", "minItems", 1, "items", on(type));
        var words = new LinkedHashMap<String, Object>();
        words.put(ConditionReader.IS, described("It is this value, taken as written.", literal(type)));
        words.put(ConditionReader.NOT, described("This does not hold.", on(type)));
        if (type == Observable.Type.TEXT || type == Observable.Type.ANY) {
            words.put(ConditionReader.MATCHES, described("A regular expression that matches some part of it.", text()));
            words.put(ConditionReader.CONTAINS, described("A text that stands in it.", text()));
        }
        words.put(ConditionReader.PRESENT, described("Whether it is there.", Json.of("type", "boolean")));
        words.put(ConditionReader.ALL, described("All of these hold.", several));
        words.put(ConditionReader.ANY, described("At least one of these holds.", several));
        return Json.of("type", "object", "minProperties", 1, "properties", words, "additionalProperties", false);
    }

    private static Map<String, Object> text() {
        return Json.of("type", FormSchema.SCALAR);
    }

    private static Map<String, Object> described(String description, Map<String, Object> schema) {
        var described = Json.of("description", description);
        described.putAll(schema);
        return described;
    }
}
