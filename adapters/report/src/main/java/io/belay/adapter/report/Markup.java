package io.belay.adapter.report;

import java.io.IOException;
import java.io.Writer;

/**
 * Writes HTML. A template is a constant of this package's own; whatever is put into it is escaped, in an element and in a
 * quoted attribute alike. There is no way to put a value in unescaped.
 */
final class Markup {
    private final Writer out;

    Markup(Writer out) {
        this.out = out;
    }

    /** Writes {@code template} with {@code values} in place of each <code>{}</code>. */
    Markup add(String template, Object... values) throws IOException {
        var from = 0;
        for (var value : values) {
            var hole = template.indexOf("{}", from);
            if (hole < 0) {
                throw new IllegalArgumentException("more values than holes: " + template);
            }
            out.write(template, from, hole - from);
            out.write(escaped(value.toString()));
            from = hole + 2;
        }
        if (template.indexOf("{}", from) >= 0) {
            throw new IllegalArgumentException("more holes than values: " + template);
        }
        out.write(template, from, template.length() - from);
        return this;
    }

    static String escaped(String value) {
        var escaped = new StringBuilder(value.length() + 16);
        for (int i = 0; i < value.length(); i++) {
            var character = value.charAt(i);
            switch (character) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.append(character);
            }
        }
        return escaped.toString();
    }
}
