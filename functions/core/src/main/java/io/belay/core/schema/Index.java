package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;

/**
 * An index; a unique constraint is one.
 *
 * @param method how it is built: {@code btree}
 * @param parts columns or expressions in order, each with what is particular of it: {@code placed desc}, {@code name(10)}
 * @param where the rows it is of; empty for all of them
 * @param valid false where the database does not use it, such as after a concurrent build that failed
 */
public record Index(
        String name, boolean unique, String method, List<String> parts, Optional<String> where, boolean valid) {
    public Index {
        requireNonNull(name, "name");
        requireNonNull(method, "method");
        parts = List.copyOf(parts);
        requireNonNull(where, "where");
    }

    /** What it is, without its name: {@code unique (a, b) where (c > 0)}. */
    public String shown() {
        return (unique ? "unique " : "")
                + (method.equals("btree") ? "" : method + " ")
                + "(" + String.join(", ", parts) + ")"
                + where.map(rows -> " where " + rows).orElse("");
    }
}
