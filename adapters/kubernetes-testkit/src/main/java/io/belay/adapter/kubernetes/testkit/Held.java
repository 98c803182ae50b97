package io.belay.adapter.kubernetes.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Objects that are held as they are, each at its path ("Resource URIs" of "API Concepts"). */
final class Held {
    private final Map<String, Map<String, Object>> objects = new LinkedHashMap<>();

    /** Puts one there, or each of a {@code List}, in the place of the one that has its name. */
    @SuppressWarnings("unchecked")
    void put(String json) {
        var tree = Trees.of(json);
        if (tree.get("items") instanceof List<?> items) {
            items.forEach(each -> put((Map<String, Object>) each));
        } else {
            put(tree);
        }
    }

    private void put(Map<String, Object> object) {
        objects.put(path(object), object);
    }

    Optional<Map<String, Object>> get(String path) {
        return Optional.ofNullable(objects.get(path)).map(Trees::copy);
    }

    private static String path(Map<String, Object> object) {
        var version = Trees.text(object, "apiVersion");
        var metadata = Trees.at(object, "metadata");
        var namespace = Trees.text(metadata, "namespace");
        return (version.contains("/") ? "/apis/" : "/api/") + version
                + (namespace.isEmpty() ? "" : "/namespaces/" + namespace) + "/" + plural(Trees.text(object, "kind"))
                + "/" + Trees.text(metadata, "name");
    }

    /** A resource is named by the plural of its kind. */
    private static String plural(String kind) {
        var one = kind.toLowerCase(Locale.ROOT);
        if (one.endsWith("s")) {
            return one + "es";
        }
        return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
    }
}
