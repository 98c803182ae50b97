package io.belay.demo.server;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes secrets that hold for one run alone. */
public final class Secrets {

    private static final SecureRandom RANDOM = new SecureRandom();

    private Secrets() {}

    /** 24 characters of {@code A-Z a-z 0-9 - _}, 144 bits of chance. */
    public static String make() {
        var bytes = new byte[18];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
