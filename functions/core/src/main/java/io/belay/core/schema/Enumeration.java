package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A type that is a list of words.
 *
 * @param labels in the type's own order
 */
public record Enumeration(String name, List<String> labels) {
    public Enumeration {
        requireNonNull(name, "name");
        labels = List.copyOf(labels);
    }
}
