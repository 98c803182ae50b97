package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.FactName;

/**
 * A fact of an answer that later steps use.
 *
 * @param variable the name they use it by
 * @param fact which fact; a step whose answer lacks it fails
 * @param shown whether reports may show its value; hidden otherwise, since tokens are captured too
 */
public record Capture(String variable, FactName fact, boolean shown) {
    public Capture {
        requireNonNull(variable, "variable");
        requireNonNull(fact, "fact");
    }
}
