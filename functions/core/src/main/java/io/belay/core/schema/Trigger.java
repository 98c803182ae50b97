package io.belay.core.schema;

import static java.util.Objects.requireNonNull;

/**
 * A trigger.
 *
 * @param hash a digest of all that it is; equal where it does the same
 */
public record Trigger(String name, String hash) {
    public Trigger {
        requireNonNull(name, "name");
        requireNonNull(hash, "hash");
    }
}
