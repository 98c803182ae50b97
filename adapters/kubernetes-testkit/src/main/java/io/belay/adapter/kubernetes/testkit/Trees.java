package io.belay.adapter.kubernetes.testkit;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Objects of the API as trees of maps, lists and scalars. */
final class Trees {
    private Trees() {}

    /** An object in JSON. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> of(String json) {
        return copy((Map<String, Object>) JsonMapper.shared().readValue(json, Map.class));
    }

    /** The map under {@code path}, made where it is missing. */
    @SuppressWarnings("unchecked")
    static Map<String, Object> at(Map<String, Object> tree, String... path) {
        var found = tree;
        for (var name : path) {
            found = (Map<String, Object>) requireNonNull(found.computeIfAbsent(name, _ -> new LinkedHashMap<>()));
        }
        return found;
    }

    static int whole(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof Number number ? number.intValue() : 0;
    }

    static String text(Map<String, Object> tree, String name) {
        return tree.get(name) instanceof String text ? text : "";
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> copy(Map<String, Object> tree) {
        return (Map<String, Object>) any(tree);
    }

    private static Object any(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var copy = new LinkedHashMap<String, Object>();
                map.forEach((name, member) -> {
                    if (member != null) {
                        copy.put((String) name, any(member));
                    }
                });
                yield copy;
            }
            case List<?> list -> {
                var copy = new ArrayList<>();
                list.forEach(each -> copy.add(any(each)));
                yield copy;
            }
            default -> value;
        };
    }

    /**
     * A strategic merge patch ("Update API Objects in Place Using kubectl patch"): maps are merged, null takes away, the
     * directive {@code $patch: replace} puts a map in place of another. Lists outside such a map would be merged by the keys
     * of their type, which is not done here.
     */
    @SuppressWarnings("unchecked")
    static Map<String, Object> merged(Map<String, Object> into, Map<String, @Nullable Object> patch) {
        var directive = patch.get("$patch");
        if (directive != null && !directive.equals("replace")) {
            throw new Refused(400, "BadRequest", "unknown patch type: " + directive);
        }
        if (directive != null) {
            var whole = new LinkedHashMap<>(patch);
            whole.remove("$patch");
            return copy((Map<String, Object>) (Map<String, ?>) whole);
        }
        var merged = new LinkedHashMap<>(into);
        patch.forEach((name, value) -> {
            switch (value) {
                case null -> merged.remove(name);
                case Map<?, ?> map ->
                    merged.put(
                            name,
                            merged(
                                    merged.get(name) instanceof Map<?, ?> old
                                            ? (Map<String, Object>) old
                                            : new LinkedHashMap<>(),
                                    (Map<String, @Nullable Object>) map));
                case List<?> _ -> throw new Refused(501, "NotImplemented", "this cluster merges no list: " + name);
                default -> merged.put(name, value);
            }
        });
        return merged;
    }
}
