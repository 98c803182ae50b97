package io.belay.core.plan;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * A field that is one thing and should be another.
 *
 * @param is empty where there is no such field
 * @param shouldBe empty where there should be none
 */
public record Difference(String field, Optional<String> is, Optional<String> shouldBe) {
    private static final String NONE = "(none)";

    public Difference {
        requireNonNull(field, "field");
        requireNonNull(is, "is");
        requireNonNull(shouldBe, "shouldBe");
    }

    /** From what to what: {@code > 50 → > 5}. */
    public String step() {
        return is.orElse(NONE) + " → " + shouldBe.orElse(NONE);
    }

    /** In one line: {@code threshold: > 50 → > 5}. */
    @Override
    public String toString() {
        return field + ": " + step();
    }
}
