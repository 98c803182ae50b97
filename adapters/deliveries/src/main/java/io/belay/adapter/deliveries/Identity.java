package io.belay.adapter.deliveries;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What makes two deliveries the same one: at most 64 characters of {@code a-z 0-9 -}, fit for a task's id. */
final class Identity {
    private static final int BYTES = 16;

    private Identity() {}

    static String of(String source, String... parts) {
        return of(source, List.of(parts));
    }

    static String of(String source, List<String> parts) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            for (var part : parts) {
                // The length first, so that no two lists of parts read alike.
                var bytes = part.getBytes(StandardCharsets.UTF_8);
                digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
            return source + "-" + HexFormat.of().formatHex(digest.digest(), 0, BYTES);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("each Java has SHA-256", missing);
        }
    }
}
