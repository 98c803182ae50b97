package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;

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

    // Written out, like the values' own: what a record does by itself the JDK makes at its first use, and no cache
    // of a started JVM holds it. The first equals and the first hashCode of all were a twentieth of the time from a
    // cold start to the first report.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof FactName name && fact.equals(name.fact) && argument.equals(name.argument);
    }

    @Override
    public int hashCode() {
        return 31 * fact.hashCode() + argument.hashCode();
    }

    @Override
    public String toString() {
        return argument.isEmpty() ? fact : fact + " " + argument;
    }
}
