package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.util.Objects.requireNonNull;

import io.belay.core.settings.SettingException;
import java.io.ByteArrayInputStream;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose certificates are believed.
 *
 * @param anchors certificates believed in place of those that the Java runtime brings; none for the runtime's own
 * @param verified whether a certificate is looked at at all
 */
public record Trust(List<X509Certificate> anchors, boolean verified) {
    /** What the Java runtime believes. */
    public static final Trust DEFAULT = new Trust(List.of(), true);

    public Trust {
        anchors = List.copyOf(requireNonNull(anchors, "anchors"));
    }

    /** The certificates in {@code pem}, and no others. */
    static Trust with(String pem) {
        if (!pem.contains("-----BEGIN CERTIFICATE-----")) {
            throw new SettingException(
                    "ca", "the certificate itself in PEM is meant, for instance ${file:/etc/ssl/ca.pem}");
        }
        try {
            var read = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
            return new Trust(read.stream().map(X509Certificate.class::cast).toList(), true);
        } catch (CertificateException exception) {
            throw new SettingException("ca", "not a certificate in PEM: " + exception.getMessage());
        }
    }

    // Written out, as FactName's are: the JDK makes a record's own at their first use, for which a first check over TLS
    // waited, and no AOT cache holds them.
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Trust trust && verified == trust.verified && anchors.equals(trust.anchors);
    }

    @Override
    public int hashCode() {
        return 31 * anchors.hashCode() + Boolean.hashCode(verified);
    }

    @Override
    public String toString() {
        return !verified ? "anybody" : anchors.isEmpty() ? "the Java runtime's" : anchors.size() + " given";
    }
}
