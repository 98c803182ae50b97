package io.belay.adapter.jdbc.schema;

import java.util.List;

/**
 * What tables and the like are called: by their own name in the first schema, with the schema's before a dot in another.
 */
record Names(List<String> schemas) {
    Names {
        schemas = List.copyOf(schemas);
    }

    String of(String schema, String name) {
        var own = part(name);
        return schema.equals(schemas.getFirst()) ? own : part(schema) + "." + own;
    }

    /** A dot within a name must not look like the one between two. */
    private static String part(String name) {
        return name.indexOf('.') < 0 && name.indexOf('"') < 0 ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
