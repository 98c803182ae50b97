package io.belay.adapter.aliyun.acs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * ACS3-HMAC-SHA256: the hash of a request in its canonical form, signed with the key's secret as it is; no key is derived, no
 * region takes part. (Alibaba Cloud SDK reference, "V3 request structure and signature".)
 */
final class Signature {
    private static final String ALGORITHM = "ACS3-HMAC-SHA256";

    private Signature() {}

    /**
     * The value of the Authorization header.
     *
     * @param path percent-encoded
     * @param query percent-encoded and sorted
     * @param headers those that are signed, by their names in small letters
     * @param hash of the body
     */
    static String authorization(
            Credentials credentials,
            String method,
            String path,
            String query,
            SortedMap<String, String> headers,
            String hash) {
        var names = String.join(";", headers.keySet());
        var lines = headers.entrySet().stream().map(Signature::line).collect(Collectors.joining("\n", "", "\n"));
        var canonical = String.join("\n", method, path, query, lines, names, hash);
        var signed = hex(hmac(credentials.secret(), ALGORITHM + "\n" + sha256(canonical)));
        return ALGORITHM + " Credential=" + credentials.keyId() + ",SignedHeaders=" + names + ",Signature=" + signed;
    }

    /** The SHA-256 of {@code text} in small hexadecimal digits. */
    static String sha256(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has SHA-256", missing);
        }
    }

    private static String line(Map.Entry<String, String> header) {
        return header.getKey() + ":" + header.getValue().strip();
    }

    private static byte[] hmac(String secret, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA256", missing);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
