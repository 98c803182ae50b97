package io.belay.core.fact;

import static java.util.Objects.requireNonNull;

import java.util.Map;
import java.util.Set;

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

    /** This expectation with the variables that {@code values} knows filled in, of which those {@code hidden} stay unseen. */
    public Expectation fill(Map<String, String> values, Set<String> hidden) {
        return new Expectation(fact, condition.fill(values, hidden));
    }
}
