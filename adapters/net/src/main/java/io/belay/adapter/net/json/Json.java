package io.belay.adapter.net.json;

import com.jayway.jsonpath.InvalidPathException;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import io.belay.core.fact.Value;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * A JSON document that came from outside, asked by JSONPath (RFC 9535's forerunner, as the Jayway library reads it).
 *
 * <p>Numbers keep their digits. Nesting is bounded at {@value JsonReader#DEEPEST}, a number at 1,000 digits.
 */
public final class Json {
    private final @Nullable Object root;

    private Json(@Nullable Object root) {
        this.root = root;
    }

    /**
     * The document that {@code text} is.
     *
     * @throws NotJson where it is none, or is one that no honest server sends
     */
    public static Json of(String text) throws NotJson {
        try {
            return new Json(JsonReader.read(text));
        } catch (JacksonException exception) {
            throw new NotJson(exception);
        }
    }

    /**
     * Whether {@code path} is a JSONPath: what the library says against it, or empty.
     *
     * @throws IllegalArgumentException with what is wrong, where it is none
     */
    public static void check(String path) {
        try {
            JsonPath.compile(path);
        } catch (InvalidPathException exception) {
            throw new IllegalArgumentException(String.valueOf(exception.getMessage()), exception);
        }
    }

    /**
     * What stands at {@code path}. A list where the path can match many places and several match; the one match where one
     * does; absent where none does, or where null stands there. An object is given as compact JSON.
     */
    public Value at(String path) {
        if (root == null) {
            return Value.absent();
        }
        try {
            var compiled = JsonPath.compile(path);
            Object found = compiled.read(root, JsonModel.CONFIGURATION);
            return compiled.isDefinite() || !(found instanceof Collection<?> matches)
                    ? JsonModel.value(found)
                    : several(matches);
        } catch (JsonPathException _) {
            return Value.absent();
        }
    }

    /** The objects that stand in the list at {@code path}; none where there is no such list. */
    public List<Json> all(String path) {
        if (root == null) {
            return List.of();
        }
        try {
            Object found = JsonPath.compile(path).read(root, JsonModel.CONFIGURATION);
            return found instanceof Collection<?> items
                    ? items.stream().map(Json::new).toList()
                    : List.of();
        } catch (JsonPathException _) {
            return List.of();
        }
    }

    /** The texts by name that the object at {@code path} holds; none where there is no such object. */
    public Map<String, String> texts(String path) {
        var texts = new LinkedHashMap<String, String>();
        if (root != null) {
            try {
                Object found = JsonPath.compile(path).read(root, JsonModel.CONFIGURATION);
                if (found instanceof Map<?, ?> members) {
                    members.forEach((name, value) -> {
                        if (JsonModel.value(value) instanceof Value.Text(var text)) {
                            texts.put(String.valueOf(name), text);
                        }
                    });
                }
            } catch (JsonPathException _) {
                return Map.of();
            }
        }
        return texts;
    }

    private static Value several(Collection<?> matches) {
        return switch (matches.size()) {
            case 0 -> Value.absent();
            case 1 -> JsonModel.value(matches.iterator().next());
            default -> JsonModel.value(matches);
        };
    }
}
