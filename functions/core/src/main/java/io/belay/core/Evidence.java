package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A fact observed beside what was expected of it, fit to show.
 *
 * @param fact its name, as the system file writes it
 * @param expected what was expected; empty where the fact is only noted
 * @param observed what was seen
 * @param met whether the expectation held; true where there is none
 */
public record Evidence(String fact, Optional<String> expected, String observed, boolean met) {
    public Evidence {
        requireNonNull(fact, "fact");
        requireNonNull(expected, "expected");
        requireNonNull(observed, "observed");
    }

    /** A fact beside its expectation. */
    public static Evidence compared(String fact, String expected, String observed, boolean met) {
        return new Evidence(fact, Optional.of(expected), observed, met);
    }

    /** A fact of which nothing was expected. */
    public static Evidence noted(String fact, String observed) {
        return new Evidence(fact, Optional.empty(), observed, true);
    }

    Evidence map(UnaryOperator<String> text) {
        return new Evidence(text.apply(fact), expected.map(text), text.apply(observed), met);
    }
}
