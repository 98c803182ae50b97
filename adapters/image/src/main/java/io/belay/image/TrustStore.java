package io.belay.image;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Collections;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Writes the trust store of an image from the certificates of its base, the same bytes for the same certificates: the JDK's
 * own tool writes the time and a salt into it. A JKS is read faster at a cold start than a PKCS #12.
 */
public final class TrustStore {
    /** The file that Java trusts by, in {@code lib/security}. */
    public static final String NAME = "jssecacerts";

    private static final char[] PASSWORD = "changeit".toCharArray();

    /** 1 January 2026, as every file of an image. */
    private static final long WRITTEN = 1_767_225_600_000L;

    private TrustStore() {}

    /**
     * Writes what is in the PEM file {@code arguments[0]} to {@value #NAME} beside {@code arguments[1]}, the JDK's {@code cacerts},
     * and empties that: with the first there the JDK trusts by it alone ("JSSE Reference Guide", the default trust store), and the
     * second it would read again, for a mark that the JDK's own certificates bear and none of these.
     */
    public static void main(String[] arguments) throws IOException, GeneralSecurityException {
        var cacerts = Path.of(arguments[1]);
        Files.write(cacerts.resolveSibling(NAME), jks(pem(Files.readAllBytes(Path.of(arguments[0])))));
        Files.write(cacerts, jks(new TreeMap<>()));
    }

    /** The certificates of a PEM file by their fingerprints. */
    static SortedMap<String, Certificate> pem(byte[] file) throws GeneralSecurityException {
        var found = new TreeMap<String, Certificate>();
        for (var certificate :
                CertificateFactory.getInstance("X.509").generateCertificates(new ByteArrayInputStream(file))) {
            found.put(fingerprint(certificate), certificate);
        }
        if (found.isEmpty()) {
            throw new GeneralSecurityException("the file of certificates holds none; nothing could be trusted");
        }
        return found;
    }

    /**
     * The fingerprints of what a PEM file holds.
     *
     * @throws GeneralSecurityException where it holds none, or something else
     */
    public static SortedSet<String> fingerprints(byte[] file) throws GeneralSecurityException {
        return new TreeSet<>(pem(file).keySet());
    }

    /**
     * The fingerprints of what a trust store holds.
     *
     * @throws GeneralSecurityException where it is none
     */
    public static SortedSet<String> held(byte[] store) throws GeneralSecurityException, IOException {
        var keys = KeyStore.getInstance("JKS");
        keys.load(new ByteArrayInputStream(store), PASSWORD);
        var held = new TreeSet<String>();
        for (var alias : Collections.list(keys.aliases())) {
            held.add(fingerprint(keys.getCertificate(alias)));
        }
        return held;
    }

    private static String fingerprint(Certificate certificate) throws GeneralSecurityException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    }

    /** A JKS of version 2, as the JDK's {@code JavaKeyStore} reads it. */
    static byte[] jks(SortedMap<String, Certificate> certificates) throws GeneralSecurityException, IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeInt(0xfeedfeed);
            out.writeInt(2);
            out.writeInt(certificates.size());
            for (var each : certificates.entrySet()) {
                out.writeInt(2);
                out.writeUTF(each.getKey());
                out.writeLong(WRITTEN);
                out.writeUTF("X.509");
                var encoded = each.getValue().getEncoded();
                out.writeInt(encoded.length);
                out.write(encoded);
            }
            out.write(seal(bytes.toByteArray()));
        }
        return bytes.toByteArray();
    }

    private static byte[] seal(byte[] written) throws GeneralSecurityException {
        var digest = MessageDigest.getInstance("SHA-1");
        digest.update(new String(PASSWORD).getBytes(UTF_16BE));
        digest.update("Mighty Aphrodite".getBytes(UTF_8));
        return digest.digest(written);
    }
}
