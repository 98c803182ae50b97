package io.belay.adapter.systemfile;

import static io.belay.adapter.systemfile.SystemSchema.put;
import static io.belay.adapter.systemfile.SystemSchema.ref;

import io.belay.core.settings.Kind;
import io.belay.core.settings.Shape;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The schema of blocks each of which holds one of several kinds. It takes whatever {@link KindsReader} takes. */
final class KindsSchema {
    private KindsSchema() {}

    /**
     * The definition of {@code thing}, of which each kind is referred to, and of each kind; none where there is no kind.
     *
     * @param besides the keys beside the kind
     */
    static Map<String, Object> definitions(String thing, Shape besides, List<? extends Kind<?>> kinds) {
        var definitions = new LinkedHashMap<String, Object>();
        if (kinds.isEmpty()) {
            return definitions;
        }
        var names = kinds.stream().map(Kind::name).toList();
        definitions.put(thing, oneOf(FormSchema.block(besides), thing, names));
        kinds.forEach(kind -> definitions.put(name(thing, kind.name()), titled(kind.name(), kind.shape())));
        return definitions;
    }

    /** Makes {@code block} one that holds exactly one of the kinds of {@code thing} with {@code names}. */
    static Map<String, Object> oneOf(Map<String, Object> block, String thing, List<String> names) {
        names.forEach(name -> put(block, name, ref(name(thing, name))));
        block.put("oneOf", names.stream().map(SystemSchema::required).toList());
        return block;
    }

    /** What the definition of a kind is called. */
    static String name(String thing, String kind) {
        return thing + "-" + kind;
    }

    /** A block of {@code shape}, by the name that an editor shows. */
    static Map<String, Object> titled(String title, Shape shape) {
        var titled = Json.of("title", title);
        titled.putAll(FormSchema.block(shape));
        return titled;
    }
}
