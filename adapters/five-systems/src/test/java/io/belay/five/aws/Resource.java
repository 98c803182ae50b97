package io.belay.five.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.UncheckedIOException;

/** A file that lies with a system. */
public final class Resource {
    private Resource() {}

    /** The text of {@code system/name}. */
    public static String text(String system, String name) {
        var path = "/io/belay/five/" + system + "/" + name;
        try (var stream = requireNonNull(Resource.class.getResourceAsStream(path), path)) {
            return new String(stream.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
