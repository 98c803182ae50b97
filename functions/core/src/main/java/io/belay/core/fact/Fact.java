package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

/**
 * One thing that a probe measured.
 *
 * @param name which
 * @param value what it was
 */
public record Fact(FactName name, Value value) {
    public Fact {
        requireNonNull(name, "name");
        requireNonNull(value, "value");
    }

    /** A fact that there is one of. */
    public static Fact of(String name, Value value) {
        return new Fact(FactName.of(name), value);
    }
}
