package io.belay.adapter.aliyun.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Verifies ACS3-HMAC-SHA256 as the gateway does. ("V3 request structure and signature": SignedHeaders names host, content-type
 * and every x-acs- header; the date is within 15 minutes; a nonce is used once.) Nothing of it is shared with who signs.
 */
final class Signatures {
    private static final Pattern AUTHORIZATION =
            Pattern.compile("ACS3-HMAC-SHA256 Credential=([^,]+),SignedHeaders=([^,]+),Signature=([0-9a-f]{64})");
    private static final Duration SKEW = Duration.ofMinutes(15);

    private final String keyId;
    private final String secret;
    private final Optional<String> token;
    private final InstantSource clock;
    private final Set<String> nonces = ConcurrentHashMap.newKeySet();

    Signatures(String keyId, String secret, Optional<String> token, InstantSource clock) {
        this.keyId = keyId;
        this.secret = secret;
        this.token = token;
        this.clock = clock;
    }

    void verify(Received request) {
        var match = AUTHORIZATION.matcher(request.header("authorization").orElse(""));
        if (!match.matches()) {
            throw new Refusal(400, "MissingAuthorization", "no signature of ACS3-HMAC-SHA256");
        }
        if (!match.group(1).equals(keyId)) {
            // Of a role's key without its token the API says the same. (Function Compute 3.0, FAQ.)
            throw new Refusal(404, "InvalidAccessKeyId.NotFound", "Specified access key is not found.");
        }
        if (!request.header("x-acs-security-token").equals(token)) {
            throw new Refusal(400, "InvalidSecurityToken.MismatchWithAccessKey", "The token is not of this key.");
        }
        var names = List.of(match.group(2).split(";", -1));
        complete(request, names);
        fresh(request);
        if (!signature(request, names).equals(match.group(3))) {
            throw new Refusal(400, "SignatureDoesNotMatch", "server string to sign is:" + canonical(request, names));
        }
    }

    private static void complete(Received request, List<String> names) {
        var wanted = request.headers().keySet().stream()
                .filter(name -> name.equals("host") || name.equals("content-type") || name.startsWith("x-acs-"))
                .collect(Collectors.toSet());
        // Clients of the JDK and of Android add a type of their own to an empty body.
        if (request.body().isEmpty()) {
            wanted.remove("content-type");
        }
        if (!names.containsAll(wanted) || !names.stream().sorted().toList().equals(names)) {
            throw new Refusal(400, "IncompleteSignature", "not all headers are signed in their order: " + wanted);
        }
    }

    private void fresh(Received request) {
        try {
            var date = Instant.parse(request.header("x-acs-date").orElse(""));
            if (Duration.between(date, clock.instant()).abs().compareTo(SKEW) > 0) {
                throw new Refusal(400, "InvalidTimeStamp.Expired", "Specified time stamp or date value is expired.");
            }
        } catch (DateTimeParseException _) {
            throw new Refusal(
                    400, "InvalidTimeStamp.Format", "Specified time stamp or date value is not well formatted.");
        }
        var nonce = request.header("x-acs-signature-nonce").orElse("");
        if (nonce.isEmpty() || !nonces.add(nonce)) {
            throw new Refusal(400, "SignatureNonceUsed", "Specified signature nonce was used already.");
        }
        if (!request.header("x-acs-content-sha256").equals(Optional.of(hash(request.body())))) {
            throw new Refusal(400, "InvalidContentSha256", "the body is another than the one that was signed");
        }
    }

    private String signature(Received request, List<String> names) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
            return hex(mac.doFinal(("ACS3-HMAC-SHA256\n" + hash(canonical(request, names))).getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String canonical(Received request, List<String> names) {
        var query = new TreeMap<>(request.parameters())
                .entrySet().stream()
                        .map(each -> Percent.encoded(each.getKey()) + "=" + Percent.encoded(each.getValue()))
                        .collect(Collectors.joining("&"));
        var headers = names.stream()
                .map(name -> name + ":" + request.header(name).orElse("").trim() + "\n")
                .collect(Collectors.joining());
        var path = Arrays.stream(request.path().split("/", -1))
                .map(segment -> Percent.encoded(Percent.decoded(segment)))
                .collect(Collectors.joining("/"));
        return request.method() + "\n" + path + "\n" + query + "\n" + headers + "\n" + String.join(";", names) + "\n"
                + hash(request.body());
    }

    private static String hash(String text) {
        try {
            return hex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String hex(byte[] bytes) {
        return String.format("%064x", new BigInteger(1, bytes));
    }
}
