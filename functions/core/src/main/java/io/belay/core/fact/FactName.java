package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

/**
 * Which fact is meant.
 *
 * @param fact what is measured: {@code status}, {@code json}
 * @param argument which one of them, for facts that are asked by key: {@code $.status}; empty for the others
 */
public record FactName(String fact, String argument) {
    public FactName {
        requireNonNull(fact, "fact");
        requireNonNull(argument, "argument");
    }

    /** A fact that there is one of. */
    public static FactName of(String fact) {
        return new FactName(fact, "");
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? fact : fact + " " + argument;
    }
}
