package io.belay.demo.harbor;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs who has logged in, as a JSON web token (RFC 7519) with HMAC-SHA256, and believes no other. */
final class Tokens {

    static final Duration LIFE = Duration.ofMinutes(15);

    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String HEADER = ENCODER.encodeToString("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));

    private record Claims(String sub, long exp) {}

    private final InstantSource time;
    private final SecretKeySpec key;

    /** With a key of its own, which dies with it. */
    Tokens(InstantSource time) {
        var bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        this.time = time;
        this.key = new SecretKeySpec(bytes, "HmacSHA256");
    }

    String issue(String user) {
        var expiry = time.instant().plus(LIFE).getEpochSecond();
        var claims = ENCODER.encodeToString(
                Json.text(Map.of("sub", user, "exp", expiry)).getBytes(UTF_8));
        var signed = HEADER + "." + claims;
        return signed + "." + ENCODER.encodeToString(sign(signed));
    }

    /** The user in {@code token}; empty where it is not ours, was changed, or is too old. */
    Optional<String> user(String token) {
        var parts = token.split("\\.", -1);
        if (parts.length != 3 || !parts[0].equals(HEADER)) {
            return Optional.empty();
        }
        var signature = ENCODER.encodeToString(sign(parts[0] + "." + parts[1]));
        if (!MessageDigest.isEqual(signature.getBytes(UTF_8), parts[2].getBytes(UTF_8))) {
            return Optional.empty();
        }
        return Json.read(new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8), Claims.class)
                .filter(claims -> time.instant().getEpochSecond() < claims.exp())
                .map(Claims::sub);
    }

    private byte[] sign(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException cause) {
            throw new IllegalStateException("every JDK has HMAC-SHA256", cause);
        }
    }
}
