package io.belay.adapter.kubernetes.testkit;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A cluster's own authority, made anew for each. */
public final class Authority {
    private static final char[] NONE = {};
    private static final String NAME = "CN=kubernetes";

    private final KeyPair keys = keys("EC", 256);
    private final X509Certificate own = sign(NAME, keys, true);

    /**
     * What it issued.
     *
     * @param chain PEM
     */
    public record Issued(PrivateKey key, X509Certificate certificate, String chain) {}

    /** Its certificate in PEM. */
    public String pem() {
        return pem("CERTIFICATE", encoded(own));
    }

    /** A certificate of {@code name} for a key of {@code algorithm}, good for 127.0.0.1 as well. */
    public Issued issue(String name, String algorithm, int bits) {
        var subject = keys(algorithm, bits);
        var certificate = sign("CN=" + name, subject, false);
        return new Issued(subject.getPrivate(), certificate, pem("CERTIFICATE", encoded(certificate)));
    }

    /** {@code key} in the form of old: PKCS #1 of an RSA key, SEC 1 of an EC key. */
    public static byte[] old(PrivateKey key) {
        var info = PrivateKeyInfo.getInstance(key.getEncoded());
        try {
            if (!(key instanceof ECPrivateKey elliptic)) {
                return info.parsePrivateKey().toASN1Primitive().getEncoded();
            }
            var bits = elliptic.getParams().getOrder().bitLength();
            var curve = info.getPrivateKeyAlgorithm().getParameters();
            return new org.bouncycastle.asn1.sec.ECPrivateKey(bits, elliptic.getS(), curve).getEncoded();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** {@code content} in PEM. */
    public static String pem(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }

    /** A server's side of TLS, which believes its own clients. */
    SSLContext server() {
        try {
            var issued = issue("kube-apiserver", "EC", 256);
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, NONE);
            store.setKeyEntry("server", issued.key(), NONE, new X509Certificate[] {issued.certificate()});
            var ours = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            ours.init(store, NONE);
            var clients = KeyStore.getInstance("PKCS12");
            clients.load(null, NONE);
            clients.setCertificateEntry("authority", own);
            var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trusted.init(clients);
            var context = SSLContext.getInstance("TLS");
            context.init(ours.getKeyManagers(), trusted.getTrustManagers(), null);
            return context;
        } catch (GeneralSecurityException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @SuppressWarnings("JavaUtilDate")
    private X509Certificate sign(String name, KeyPair subject, boolean authority) {
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(NAME),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(Instant.now().minusSeconds(3_600)),
                Date.from(Instant.now().plus(Duration.ofDays(10))),
                new X500Name(name),
                subject.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(new GeneralName(GeneralName.iPAddress, "127.0.0.1")));
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static KeyPair keys(String algorithm, int bits) {
        try {
            var generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static byte[] encoded(X509Certificate certificate) {
        try {
            return certificate.getEncoded();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
