package io.belay.adapter.net.announce;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.Header;
import io.belay.core.settings.SettingException;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs as the Standard Webhooks specification 1.0.0, "Signature scheme", has it: HMAC-SHA256 over {@code id.timestamp.body}, in
 * Base64 behind {@code v1,}.
 */
final class WebhookSignature {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private WebhookSignature(byte[] secret) {
        key = new SecretKeySpec(secret, ALGORITHM);
    }

    /**
     * One that signs with {@code secret}, in Base64 with {@code whsec_} before it or not.
     *
     * @throws SettingException where it is none, or has not the 24 to 64 bytes of the specification; without the secret in it
     */
    static WebhookSignature of(String name, String secret) {
        var meant = "24 to 64 bytes in Base64 are meant: openssl rand -base64 32 makes some";
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(secret.startsWith("whsec_") ? secret.substring(6) : secret);
        } catch (IllegalArgumentException _) {
            throw new SettingException(name, "found no Base64; " + meant);
        }
        if (bytes.length < 24 || bytes.length > 64) {
            throw new SettingException(name, "found " + bytes.length + " bytes; " + meant);
        }
        return new WebhookSignature(bytes);
    }

    Header header(String id, Instant at, String body) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var signed = mac.doFinal((id + "." + at.getEpochSecond() + "." + body).getBytes(UTF_8));
            return new Header("webhook-signature", "v1," + Base64.getEncoder().encodeToString(signed));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + ALGORITHM, impossible);
        }
    }
}
