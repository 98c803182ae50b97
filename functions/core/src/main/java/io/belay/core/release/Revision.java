package io.belay.core.release;

import static java.util.Objects.requireNonNull;

/**
 * One immutable build that a target can run, by a name that never comes to mean another: a Lambda or FC version, the ARN of a
 * task definition, a ReplicaSet, an image's digest. Never a mutable tag.
 */
public record Revision(String name) {
    public Revision {
        requireNonNull(name, "name");
        if (name.isBlank()) {
            throw new IllegalArgumentException("a revision has a name");
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
