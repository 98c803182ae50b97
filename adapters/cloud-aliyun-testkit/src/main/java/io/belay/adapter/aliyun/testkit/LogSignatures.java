package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies SLS4-HMAC-SHA256. ("Request signatures (V4)" of Log Service: host, content-type, and every header that begins with x-log- or
 * x-acs- is signed; the time is within 15 minutes.) Nothing of it is shared with who signs.
 */
final class LogSignatures {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Pattern AUTHORIZATION = Pattern.compile(
            "SLS4-HMAC-SHA256 Credential=([^/]+)/(\\d{8})/([^/]+)/sls/aliyun_v4_request,Signature=([0-9a-f]{64})");

    private final InstantSource clock;

    LogSignatures(InstantSource clock) {
        this.clock = clock;
    }

    /** The code of a refusal; empty where all is well. */
    Optional<String> refused(Received request) {
        var match = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!match.matches()
                || !match.group(1).equals(AliyunCloud.KEY_ID)
                || !request.header("x-acs-security-token").equals(Optional.of(AliyunCloud.TOKEN))) {
            return Optional.of("Unauthorized");
        }
        if (old(request)) {
            return Optional.of("RequestTimeTooSkewed");
        }
        var hash = hash(request.body());
        if (!request.header("x-log-content-sha256").equals(Optional.of(hash))
                || !request.header("x-log-apiversion").equals(Optional.of("0.6.0"))
                // Not which: the official client says 0 whatever the body is.
                || !request.header("x-log-bodyrawsize").orElse("").matches("\\d+")) {
            return Optional.of("SignatureNotMatch");
        }
        return signature(request, match.group(2), match.group(3)).equals(match.group(4))
                ? Optional.empty()
                : Optional.of("SignatureNotMatch");
    }

    private boolean old(Received request) {
        try {
            Instant at = LocalDateTime.parse(request.header("x-log-date").orElse(""), TIME)
                    .toInstant(ZoneOffset.UTC);
            return Duration.between(at, clock.instant()).abs().compareTo(Duration.ofMinutes(15)) > 0;
        } catch (DateTimeException _) {
            return true;
        }
    }

    private static String signature(Received request, String day, String region) {
        var headers = new TreeMap<String, String>();
        request.headers().forEach((name, value) -> {
            if (name.equals("host")
                    || name.equals("content-type")
                    || name.startsWith("x-log-")
                    || name.startsWith("x-acs-")) {
                headers.put(name, value.trim());
            }
        });
        var query = new ArrayList<String>();
        new TreeMap<>(request.parameters())
                .forEach((name, value) -> query.add(value.isEmpty() ? name : name + "=" + Percent.encoded(value)));
        var canonical = new StringBuilder()
                .append(request.method())
                .append('\n')
                .append(request.path())
                .append('\n')
                .append(String.join("&", query))
                .append('\n');
        headers.forEach((name, value) ->
                canonical.append(name).append(':').append(value).append('\n'));
        canonical
                .append('\n')
                .append(String.join(";", headers.keySet()))
                .append('\n')
                .append(hash(request.body()));
        var text = "SLS4-HMAC-SHA256\n" + request.header("x-log-date").orElse("") + "\n" + day + "/" + region
                + "/sls/aliyun_v4_request\n" + hash(canonical.toString());
        var date = hmac(("aliyun_v4" + AliyunCloud.SECRET).getBytes(UTF_8), day);
        var key = hmac(hmac(hmac(date, region), "sls"), "aliyun_v4_request");
        return String.format("%064x", new BigInteger(1, hmac(key, text)));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hash(String text) {
        try {
            var sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return String.format("%064x", new BigInteger(1, sum));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
