package io.belay.core.trust;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The certificates of a trust store by the subjects that they name, each read when it is wanted.
 *
 * @param encoded by the subject's encoding
 */
record Anchors(Map<ByteBuffer, List<ByteBuffer>> encoded) {
    static final Anchors NONE = new Anchors(Map.of());

    /** What a file in the JDK's own format begins with, its second version, and how it marks a certificate. */
    private static final int JKS = 0xfeedfeed;

    private static final int VERSION = 2;
    private static final int CERTIFICATE = 2;

    /** Those of the JKS {@code file}; none where it is another kind of file, or holds a key. */
    static Anchors of(Path file) throws IOException {
        try {
            return read(ByteBuffer.wrap(Files.readAllBytes(file)));
        } catch (BufferUnderflowException | IndexOutOfBoundsException | IllegalArgumentException _) {
            return NONE;
        }
    }

    private static Anchors read(ByteBuffer store) {
        if (store.remaining() < 3 * Integer.BYTES || store.getInt() != JKS || store.getInt() != VERSION) {
            return NONE;
        }
        var found = new HashMap<ByteBuffer, List<ByteBuffer>>();
        for (int left = store.getInt(); left > 0; left--) {
            if (store.getInt() != CERTIFICATE) {
                return NONE;
            }
            skip(store, Short.toUnsignedInt(store.getShort()));
            store.getLong();
            skip(store, Short.toUnsignedInt(store.getShort()));
            var length = store.getInt();
            var certificate = store.slice(store.position(), length);
            skip(store, length);
            found.computeIfAbsent(Der.subject(certificate), _ -> new ArrayList<>())
                    .add(certificate);
        }
        return new Anchors(found);
    }

    private static void skip(ByteBuffer store, int bytes) {
        store.position(store.position() + bytes);
    }

    boolean isEmpty() {
        return encoded.isEmpty();
    }

    /** Which of the subjects {@code chain} names, as a certificate's issuer or as its own subject. */
    List<ByteBuffer> named(X509Certificate[] chain) {
        return Stream.of(chain)
                .flatMap(each -> Stream.of(each.getIssuerX500Principal(), each.getSubjectX500Principal()))
                .map(name -> ByteBuffer.wrap(name.getEncoded()))
                .distinct()
                .filter(encoded::containsKey)
                .toList();
    }

    /** The certificates of {@code subjects}. */
    List<X509Certificate> of(List<ByteBuffer> subjects) throws CertificateException {
        var factory = CertificateFactory.getInstance("X.509");
        var read = new ArrayList<X509Certificate>();
        for (var subject : subjects) {
            for (var each : encoded.getOrDefault(subject, List.of())) {
                var bytes = new byte[each.remaining()];
                each.duplicate().get(bytes);
                read.add((X509Certificate) factory.generateCertificate(new ByteArrayInputStream(bytes)));
            }
        }
        return read;
    }
}
