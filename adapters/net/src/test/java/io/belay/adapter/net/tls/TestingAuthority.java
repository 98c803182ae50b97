package io.belay.adapter.net.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
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

/** An authority that a test trusts, and what it issues. */
public final class TestingAuthority {
    private static final char[] NO_PASSWORD = new char[0];

    private final KeyPair keys;
    private final List<X509Certificate> path;

    private TestingAuthority(KeyPair keys, List<X509Certificate> path) {
        this.keys = keys;
        this.path = path;
    }

    /** A key and the certificates that go with it, leaf first. */
    public record Issued(KeyPair keys, List<X509Certificate> chain) {
        /** What a server with it is made of. */
        public SSLContext context() throws GeneralSecurityException, IOException {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            store.setKeyEntry("server", keys.getPrivate(), NO_PASSWORD, chain.toArray(X509Certificate[]::new));
            var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(store, NO_PASSWORD);
            var context = SSLContext.getInstance("TLS");
            context.init(factory.getKeyManagers(), null, null);
            return context;
        }

        /** The chain in PEM. */
        public String chainPem() throws GeneralSecurityException {
            return TestingAuthority.pem(chain);
        }

        /** The key in PEM. */
        public String keyPem() {
            return block("PRIVATE KEY", keys.getPrivate().getEncoded());
        }
    }

    /** A root. */
    public static TestingAuthority root() {
        var keys = keys();
        return new TestingAuthority(
                keys, List.of(sign(keys, "CN=Test Root", keys, "CN=Test Root", Duration.ofDays(3650), true)));
    }

    /** An authority below this one. */
    public TestingAuthority intermediate(Duration validFor) {
        var below = keys();
        var certificate = sign(keys, subject(), below, "CN=Test Intermediate", validFor, true);
        return new TestingAuthority(
                below, Stream.concat(Stream.of(certificate), path.stream()).toList());
    }

    /** A server's certificate; the root is not sent with it. */
    public Issued issue(Duration validFor, String... names) {
        var server = keys();
        var leaf = sign(keys, subject(), server, "CN=server", validFor, false, names);
        var chain = new ArrayList<>(List.of(leaf));
        chain.addAll(path.subList(0, path.size() - 1));
        return new Issued(server, chain);
    }

    /** A certificate that only its own key vouches for. */
    public static Issued selfSigned(String... names) {
        var keys = keys();
        return new Issued(keys, List.of(sign(keys, "CN=alone", keys, "CN=alone", Duration.ofDays(100), false, names)));
    }

    /** The root in PEM. */
    public String pem() throws GeneralSecurityException {
        return pem(List.of(path.getLast()));
    }

    private String subject() {
        return path.getFirst().getSubjectX500Principal().getName();
    }

    private static KeyPair keys() {
        try {
            var generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @SuppressWarnings("JavaUtilDate")
    private static X509Certificate sign(
            KeyPair issuer,
            String issuerName,
            KeyPair subject,
            String subjectName,
            Duration validFor,
            boolean authority,
            String... names) {
        var until = Instant.now().plus(validFor);
        var from = until.isBefore(Instant.now())
                ? until.minus(Duration.ofDays(30))
                : Instant.now().minusSeconds(3600);
        var builder = new JcaX509v3CertificateBuilder(
                new X500Name(issuerName),
                BigInteger.valueOf(System.nanoTime()),
                Date.from(from),
                Date.from(until),
                new X500Name(subjectName),
                subject.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (names.length > 0) {
                builder.addExtension(Extension.subjectAlternativeName, false, alternatives(names));
            }
            var signer = new JcaContentSignerBuilder("SHA256withECDSA").build(issuer.getPrivate());
            return new JcaX509CertificateConverter().getCertificate(builder.build(signer));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static GeneralNames alternatives(String... names) {
        return new GeneralNames(Stream.of(names)
                .map(name ->
                        new GeneralName(HostNames.isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name))
                .toArray(GeneralName[]::new));
    }

    private static String pem(List<X509Certificate> certificates) throws GeneralSecurityException {
        var pem = new StringBuilder();
        for (var certificate : certificates) {
            pem.append(block("CERTIFICATE", certificate.getEncoded()));
        }
        return pem.toString();
    }

    private static String block(String kind, byte[] content) {
        return "-----BEGIN " + kind + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content)
                + "\n-----END " + kind + "-----\n";
    }
}
