package io.belay.adapter.systemfile;

import io.belay.core.settings.Form;
import io.belay.core.settings.Key;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The schema of a value, a key and a block. It takes whatever {@link FormReader} takes, and refuses what it can. */
final class FormSchema {
    /** A text with a reference or a variable: what it comes to cannot be told from the file. */
    static final String OPEN = "\\$\\{|\\{\\{";

    /** YAML 1.2 reads {@code 1.10} as a number and {@code true} as a flag; where a text is wanted both are texts. */
    static final List<String> SCALAR = List.of("string", "number", "boolean");

    // What Java's patterns have and those of ECMA 262 lack, or mean otherwise.
    private static final Pattern JAVA_ALONE =
            Pattern.compile("\\(\\?(?![:=!])|\\\\[^dDwWsSbBtnrfv0xu\\^$.*+?()\\[\\]{}|/\\\\-]|[*+?}]\\+|&&");

    private static final Pattern ESCAPE_CLASS_OR_BRACKET = Pattern.compile("\\\\.|\\[(?:\\\\.|[^\\]\\\\])*]|]");

    private FormSchema() {}

    static Map<String, Object> of(Form<?> form) {
        return switch (form) {
            case Form.OfText(var like) -> text(like);
            case Form.OfWhole(var least, var most) ->
                orPublic(Json.of("type", "integer", "minimum", least, "maximum", most));
            case Form.OfSpan _ -> orPublic(Json.of("$ref", "#/$defs/span"));
            case Form.OfSize _ -> orPublic(Json.of("$ref", "#/$defs/size"));
            case Form.OfFlag _ -> orPublic(Json.of("type", "boolean"));
            case Form.OfChoice(var words) -> orPublic(Json.of("enum", words(words)));
            case Form.OfAddress(var schemes) -> address(new TreeSet<>(schemes));
            case Form.OfList<?> list -> list(list);
            case Form.OfMap<?>(var value) -> Json.of("type", "object", "additionalProperties", of(value));
            case Form.OfBlock(var shape) -> block(shape);
            case Form.OfTree _ -> Json.of();
        };
    }

    /** Its value is in the environment, in plain. */
    private static Map<String, Object> orPublic(Map<String, Object> measure) {
        return Json.of("anyOf", List.of(measure, Json.of("type", "string", "pattern", "^\\$\\{public-env:[^{}]+\\}$")));
    }

    private static Map<String, Object> text(Optional<Pattern> like) {
        var schema = Json.of("type", SCALAR);
        like.filter(pattern -> pattern.flags() == 0)
                .map(Pattern::pattern)
                .filter(pattern -> !JAVA_ALONE.matcher(pattern).find())
                .map(FormSchema::strict)
                .ifPresent(pattern -> schema.put("pattern", "^(?:" + pattern + ")$|" + OPEN));
        return schema;
    }

    // Editors compile patterns with ECMA 262's flag u, to which a bare ] is an error.
    private static String strict(String pattern) {
        return ESCAPE_CLASS_OR_BRACKET
                .matcher(pattern)
                .replaceAll(match -> Matcher.quoteReplacement(match.group().equals("]") ? "\\]" : match.group()));
    }

    private static Map<String, Object> address(Set<String> schemes) {
        var begins = schemes.stream()
                .map(each -> each.replace("+", "\\+").replace(".", "\\."))
                .collect(Collectors.joining("|"));
        return Json.of("type", "string", "pattern", "^(?:" + begins + "):\\/\\/|" + OPEN);
    }

    private static List<Object> words(List<String> words) {
        var all = new ArrayList<Object>(words);
        words.forEach(word -> Scalars.decimal(word).ifPresent(all::add));
        words.forEach(word -> Scalars.flag(word).ifPresent(all::add));
        return all;
    }

    private static Map<String, Object> list(Form.OfList<?> list) {
        var item = of(list.item());
        var array = Json.of("type", "array", "items", item, "minItems", list.least(), "maxItems", list.most());
        return list.least() > 1 ? array : Json.of("anyOf", List.of(array, item));
    }

    /** A block in which only the keys of {@code shape} may stand; more can be put in its properties. */
    static Map<String, Object> block(Shape shape) {
        var properties = new LinkedHashMap<String, Object>();
        shape.keys().forEach(key -> properties.put(key.name(), key(key)));
        var schema = Json.of("description", shape.description(), "type", "object", "properties", properties);
        var required =
                shape.keys().stream().filter(Key::required).map(Key::name).toList();
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        schema.put("additionalProperties", false);
        return schema;
    }

    private static <T> Map<String, Object> key(Key<T> key) {
        var schema = Json.of("description", key.description());
        of(key.form()).forEach(schema::putIfAbsent);
        key.byDefault().flatMap(value -> written(key.form(), value)).ifPresent(value -> schema.put("default", value));
        return schema;
    }

    private static Optional<Object> written(Form<?> form, Object value) {
        return switch (value) {
            case Duration span -> Optional.of(Units.written(span));
            case Long size when form instanceof Form.OfSize -> Optional.of(Units.written(size));
            case Long number -> Optional.of(number);
            case Boolean flag -> Optional.of(flag);
            case String word -> Optional.of(word);
            case Text text -> Optional.of(text.shown());
            default -> Optional.empty();
        };
    }
}
