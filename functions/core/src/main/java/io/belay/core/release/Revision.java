package io.belay.core.release;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

    /** Of what has no name: half a SHA-256 of all that it is, so that it never comes to mean other content. */
    public static Revision of(String content) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes(UTF_8));
            return new Revision(HexFormat.of().formatHex(digest, 0, 16));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
