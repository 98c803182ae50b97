package io.belay.core.settings;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The keys that a block may hold. Any other is a fault.
 *
 * @param description one sentence for the editor
 * @param keys in the order in which people write them
 */
public record Shape(String description, List<Key<?>> keys) {
    public Shape {
        requireNonNull(description, "description");
        keys = List.copyOf(keys);
        if (keys.stream().map(Key::name).collect(Collectors.toSet()).size() != keys.size()) {
            throw new IllegalArgumentException("a key is named twice: " + keys);
        }
    }

    /** A shape of {@code keys}. */
    public static Shape of(String description, Key<?>... keys) {
        return new Shape(description, List.of(keys));
    }
}
