package io.belay.adapter.aliyun.mns;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.acs.Credentials;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of MNS, older than the other APIs': HMAC-SHA1 over the request's line and a few headers. (MNS, "Sign requests".) */
final class MnsSignature {
    /** The version of the API; its header takes part, as the only one that begins with {@code x-mns-}. */
    static final String VERSION = "2015-06-06";

    /** Of every body. */
    static final String TYPE = "text/xml;charset=UTF-8";

    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

    private MnsSignature() {}

    /**
     * What stands behind the key's id and a colon in the Authorization header.
     *
     * @param date as the Date header has it
     */
    static String of(String secret, String method, String date, String path) {
        // No sum of the body is sent, so that its line is empty.
        var signed = String.join("\n", method, "", TYPE, date, "x-mns-version:" + VERSION, path);
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA1"));
            return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(UTF_8)));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("every Java has HmacSHA1", missing);
        }
    }

    /** The headers of one request, the signature among them. */
    static Map<String, String> headers(Credentials current, String method, String path, Instant now) {
        var date = DATE.format(now.atOffset(ZoneOffset.UTC));
        var headers = new LinkedHashMap<String, String>();
        headers.put("Date", date);
        headers.put("Content-Type", TYPE);
        headers.put("Accept", "text/xml");
        headers.put("x-mns-version", VERSION);
        headers.put("Authorization", "MNS " + current.keyId() + ":" + of(current.secret(), method, date, path));
        current.token().ifPresent(token -> headers.put("security-token", token));
        return headers;
    }
}
