package io.belay.adapter.aliyun.sls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.acs.Credentials;
import io.belay.adapter.aliyun.acs.Percent;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * SLS4-HMAC-SHA256: as ACS3, but with a key made of date, region and service. ("Request signatures (V4)" of Log Service; held to the
 * vectors that its own clients are tested by.)
 */
final class LogSignature {
    private static final String ALGORITHM = "SLS4-HMAC-SHA256";
    private static final String END = "aliyun_v4_request";

    private LogSignature() {}

    /**
     * The value of the Authorization header.
     *
     * @param query not encoded yet
     * @param headers those that are signed, by their names in small letters; {@code x-log-date} and {@code x-log-content-sha256} are
     *     among them
     */
    static String authorization(
            Credentials credentials,
            String region,
            String method,
            String path,
            SortedMap<String, String> query,
            SortedMap<String, String> headers) {
        var time = headers.getOrDefault("x-log-date", "");
        var scope = time.substring(0, 8) + "/" + region + "/sls/" + END;
        // Names are not encoded, and one without a value stands alone.
        var parameters = query.entrySet().stream()
                .map(each -> each.getValue().isEmpty()
                        ? each.getKey()
                        : each.getKey() + "=" + Percent.encoded(each.getValue()))
                .collect(Collectors.joining("&"));
        var lines = headers.entrySet().stream()
                .map(each -> each.getKey() + ":" + each.getValue().strip())
                .collect(Collectors.joining("\n", "", "\n"));
        var canonical = String.join(
                "\n",
                method,
                path,
                parameters,
                lines,
                String.join(";", headers.keySet()),
                headers.getOrDefault("x-log-content-sha256", ""));
        var text = String.join("\n", ALGORITHM, time, scope, sha256(canonical));
        var key = ("aliyun_v4" + credentials.secret()).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        return ALGORITHM + " Credential=" + credentials.keyId() + "/" + scope + ",Signature="
                + HexFormat.of().formatHex(hmac(key, text));
    }

    /** The SHA-256 of {@code text} in small hexadecimal digits. */
    static String sha256(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }
}
