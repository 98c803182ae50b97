package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * A function or a procedure.
 *
 * @param name with its parameters where they tell two apart
 * @param hash a digest of all that it is; equal where it does the same
 */
public record Routine(String name, String hash) {
    public Routine {
        requireNonNull(name, "name");
        requireNonNull(hash, "hash");
    }
}
