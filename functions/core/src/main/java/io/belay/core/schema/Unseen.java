package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * Something of a schema that could not be read.
 *
 * @param part what it is
 * @param name its name; that of its table where it belongs to one; {@value #ALL} for whatever there may be of this part
 * @param why fit to show
 */
public record Unseen(Part part, String name, String why) {
    /** Stands for every name. */
    public static final String ALL = "*";

    public Unseen {
        requireNonNull(part, "part");
        requireNonNull(name, "name");
        requireNonNull(why, "why");
    }

    /** Whatever there may be of {@code part}. */
    public static Unseen all(Part part, String why) {
        return new Unseen(part, ALL, why);
    }

    /** Whether it speaks of every name. */
    public boolean all() {
        return name.equals(ALL);
    }
}
