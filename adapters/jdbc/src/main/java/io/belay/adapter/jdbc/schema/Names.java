package io.belay.adapter.jdbc.schema;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What tables and the like are called: by their own name in the first schema, with the schema's before a dot in another.
 */
record Names(List<String> schemas) {
    private static final Pattern PLAIN = Pattern.compile("[a-z_][a-z0-9_$]*");

    Names {
        schemas = List.copyOf(schemas);
    }

    String of(String schema, String name) {
        var own = part(name);
        return schema.equals(schemas.getFirst()) ? own : part(schema) + "." + own;
    }

    /** {@code rendered} by PostgreSQL with every name's schema before it, without that of the first one; texts stay as they are. */
    String within(String rendered) {
        var first = schemas.getFirst();
        var found = (PLAIN.matcher(first).matches() ? first : '"' + first.replace("\"", "\"\"") + '"') + ".";
        if (!rendered.contains(found)) {
            return rendered;
        }
        var text = new StringBuilder(rendered.length());
        boolean quoted = false;
        int at = 0;
        while (at < rendered.length()) {
            char each = rendered.charAt(at);
            quoted ^= each == '\'';
            if (!quoted && rendered.startsWith(found, at) && begins(rendered, at)) {
                at += found.length();
                continue;
            }
            text.append(each);
            at++;
        }
        return text.toString();
    }

    private static boolean begins(String text, int at) {
        return at == 0 || " (,[=<>+-*/".indexOf(text.charAt(at - 1)) >= 0;
    }

    /** A dot within a name must not look like the one between two. */
    private static String part(String name) {
        return name.indexOf('.') < 0 && name.indexOf('"') < 0 ? name : '"' + name.replace("\"", "\"\"") + '"';
    }
}
