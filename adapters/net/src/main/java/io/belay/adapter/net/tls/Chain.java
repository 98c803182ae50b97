package io.belay.adapter.net.tls;

import java.security.GeneralSecurityException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.EdECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The certificates that a server sent.
 *
 * @param certificates the leaf first, at least one
 */
record Chain(List<X509Certificate> certificates) {
    /** RFC 5280, section 4.2.1.6. */
    private static final int DNS_NAME = 2;

    private static final int IP_ADDRESS = 7;

    Chain {
        certificates = List.copyOf(certificates);
    }

    X509Certificate leaf() {
        return certificates.getFirst();
    }

    Instant expires() {
        return leaf().getNotAfter().toInstant();
    }

    Duration leafValidFor(Instant now) {
        return Duration.between(now, expires());
    }

    /** Until the first of the issuers expires; empty where none was sent. */
    Optional<Duration> issuersValidFor(Instant now) {
        return certificates.stream()
                .skip(1)
                .map(each -> Duration.between(now, each.getNotAfter().toInstant()))
                .min(Comparator.naturalOrder());
    }

    /** The first certificate that is not valid yet, or no more. */
    Optional<String> outdated(Instant now) {
        return certificates.stream()
                .flatMap(each -> {
                    var from = each.getNotBefore().toInstant();
                    var until = each.getNotAfter().toInstant();
                    if (now.isAfter(until)) {
                        return Stream.of("expired at " + until + ": " + subject(each));
                    }
                    return now.isBefore(from) ? Stream.of("not valid before " + from + ": " + subject(each)) : null;
                })
                .findFirst();
    }

    String subject() {
        return subject(leaf());
    }

    private static String subject(X509Certificate certificate) {
        return certificate.getSubjectX500Principal().getName();
    }

    String issuer() {
        return leaf().getIssuerX500Principal().getName();
    }

    /** Algorithm and size: {@code RSA 2048}, {@code EC 256}, {@code Ed25519}. */
    String key() {
        var key = leaf().getPublicKey();
        return switch (key) {
            case RSAPublicKey rsa -> "RSA " + rsa.getModulus().bitLength();
            case ECPublicKey curve -> "EC " + curve.getParams().getOrder().bitLength();
            case EdECPublicKey curve -> curve.getParams().getName();
            default -> key.getAlgorithm();
        };
    }

    boolean selfSigned() {
        if (!leaf().getIssuerX500Principal().equals(leaf().getSubjectX500Principal())) {
            return false;
        }
        try {
            leaf().verify(leaf().getPublicKey());
            return true;
        } catch (GeneralSecurityException _) {
            return false;
        }
    }

    List<String> hostNames() {
        return alternatives(DNS_NAME);
    }

    List<String> addresses() {
        return alternatives(IP_ADDRESS);
    }

    private List<String> alternatives(int kind) {
        try {
            return Optional.ofNullable(leaf().getSubjectAlternativeNames()).stream()
                    .flatMap(Collection::stream)
                    .filter(each -> each.getFirst().equals(kind))
                    .map(each -> String.valueOf(each.get(1)))
                    .toList();
        } catch (CertificateParsingException _) {
            // Names that no client can read are no names.
            return List.of();
        }
    }
}
