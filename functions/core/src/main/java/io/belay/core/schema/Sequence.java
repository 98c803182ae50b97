package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * A sequence that no column owns.
 *
 * @param definition what it counts: {@code bigint from 1 by 1}
 */
public record Sequence(String name, String definition) {
    public Sequence {
        requireNonNull(name, "name");
        requireNonNull(definition, "definition");
    }
}
