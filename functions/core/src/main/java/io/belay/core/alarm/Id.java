package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import java.util.Comparator;

/**
 * Which thing it is. In one store no two have the same; an alarm and a composite alarm share their names.
 *
 * @param name in the store, to the letter
 */
public record Id(Kind kind, String name) implements Comparable<Id> {
    private static final Comparator<Id> ORDER = Comparator.comparing(Id::kind).thenComparing(Id::name);

    public Id {
        requireNonNull(kind, "kind");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a " + kind.word() + " has a name");
        }
    }

    /** As the kinds are made, then by name. */
    @Override
    public int compareTo(Id other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return kind.word() + " " + name;
    }
}
