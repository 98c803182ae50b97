package io.belay.adapter.aliyun.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a robot's messages: of the time and the secret, not of the message. */
final class RobotSignature {
    private RobotSignature() {}

    /** Fit for a query: HMAC-SHA256 over {@code TIMESTAMP\nSECRET}, in Base64, percent-encoded. */
    static String of(long timestamp, String secret) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            var signed = mac.doFinal((timestamp + "\n" + secret).getBytes(UTF_8));
            return URLEncoder.encode(Base64.getEncoder().encodeToString(signed), UTF_8);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
