package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

/**
 * A fact and what it must be.
 *
 * @param fact which fact
 * @param condition what it must be
 */
public record Expectation(FactName fact, Condition condition) {
    public Expectation {
        requireNonNull(fact, "fact");
        requireNonNull(condition, "condition");
    }
}
