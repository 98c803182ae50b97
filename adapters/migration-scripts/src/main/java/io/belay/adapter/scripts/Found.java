package io.belay.adapter.scripts;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** A file as it was read: its path in the source, parted by slashes, and its content. */
final class Found {
    private final String path;
    private final byte[] bytes;

    /** Takes {@code bytes} over. */
    Found(String path, byte[] bytes) {
        this.path = path;
        this.bytes = bytes;
    }

    String path() {
        return path;
    }

    /** Its last name. */
    String name() {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    /** To be read, never written. */
    ByteBuffer bytes() {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
    }

    /** Empty where it is not UTF-8. */
    Optional<String> text() {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(bytes()).toString());
        } catch (CharacterCodingException notUtf8) {
            return Optional.empty();
        }
    }
}
