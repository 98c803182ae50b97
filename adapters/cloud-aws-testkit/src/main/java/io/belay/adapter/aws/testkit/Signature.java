package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * AWS Signature Version 4, recomputed from the request as it came; see "Create a signed AWS API request" in the IAM User
 * Guide.
 */
final class Signature {
    private static final Pattern HEADER = Pattern.compile("AWS4-HMAC-SHA256 Credential=(?<key>[^/]+)/(?<day>\\d{8})/"
            + "(?<region>[a-z0-9-]+)/(?<service>[a-z0-9-]+)/aws4_request,\\s*SignedHeaders=(?<signed>[a-z0-9;-]+),"
            + "\\s*Signature=(?<signature>[0-9a-f]{64})");
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /** "The request must reach AWS within five minutes of the time stamp in the request." */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private Signature() {}

    /** The service that {@code asked} was signed for. */
    static String service(Asked asked, String accessKey, String secretKey) {
        var header = asked.header("Authorization")
                .orElseThrow(
                        () -> new Refusal(403, "MissingAuthenticationTokenException", "Missing Authentication Token"));
        var parts = HEADER.matcher(header);
        if (!parts.matches()) {
            throw new Refusal(400, "IncompleteSignatureException", "Authorization header is not well-formed");
        }
        if (!parts.group("key").equals(accessKey)) {
            throw new Refusal(
                    403, "UnrecognizedClientException", "The security token included in the request is invalid.");
        }
        var date = asked.header("X-Amz-Date").orElse("");
        if (Duration.between(Instant.from(DATE.parse(date)), Instant.now())
                        .abs()
                        .compareTo(SKEW)
                > 0) {
            throw new Refusal(403, "InvalidSignatureException", "Signature expired: " + date);
        }
        var scope = String.join("/", parts.group("day"), parts.group("region"), parts.group("service"), "aws4_request");
        var canonical = canonical(asked, List.of(parts.group("signed").split(";", -1)));
        var signed = String.join("\n", "AWS4-HMAC-SHA256", date, scope, hex(sha256(canonical.getBytes(UTF_8))));
        var key = ("AWS4" + secretKey).getBytes(UTF_8);
        for (var part : scope.split("/", -1)) {
            key = hmac(key, part);
        }
        if (!hex(hmac(key, signed)).equals(parts.group("signature"))) {
            throw new Refusal(
                    403,
                    "SignatureDoesNotMatch",
                    "The request signature we calculated does not match the signature you provided. The Canonical String"
                            + " for this request should have been '" + canonical + "'");
        }
        return parts.group("service");
    }

    private static String canonical(Asked asked, List<String> signed) {
        // A path is encoded twice, for every service but S3.
        var path = Stream.of(asked.uri().getRawPath().split("/", -1))
                .map(Signature::encoded)
                .collect(Collectors.joining("/"));
        var query = asked.uri().getRawQuery() == null
                ? ""
                : Stream.of(asked.uri().getRawQuery().split("&", -1))
                        .map(pair -> pair.contains("=") ? pair : pair + "=")
                        .sorted()
                        .collect(Collectors.joining("&"));
        var headers = signed.stream()
                .map(name -> name + ":"
                        + String.join(",", asked.headers().get(name)).strip().replaceAll(" +", " ") + "\n")
                .collect(Collectors.joining());
        return String.join(
                "\n",
                asked.method(),
                path,
                query,
                headers,
                String.join(";", signed),
                hex(sha256(asked.text().getBytes(UTF_8))));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
