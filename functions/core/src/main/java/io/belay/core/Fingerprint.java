package io.belay.core;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** What two who saw the same call it, each by itself: SHA-256. */
public final class Fingerprint {
    private Fingerprint() {}

    /** 64 hexadecimal digits of {@code parts}, each ended by a zero byte, so that none can run into the next. */
    public static String of(List<String> parts) {
        try {
            var sum = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> {
                sum.update(part.getBytes(UTF_8));
                sum.update((byte) 0);
            });
            return HexFormat.of().formatHex(sum.digest());
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new LinkageError("SHA-256", everyPlatformHasIt);
        }
    }
}
