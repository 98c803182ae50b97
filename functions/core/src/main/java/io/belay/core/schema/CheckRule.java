package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * A check constraint.
 *
 * @param valid false where it was never held against the rows that were there before
 */
public record CheckRule(String name, String expression, boolean valid) {
    public CheckRule {
        requireNonNull(name, "name");
        requireNonNull(expression, "expression");
    }
}
