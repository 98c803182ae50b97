package io.belay.adapter.kubernetes;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** TLS towards a cluster: its own authority alone is trusted, and the client shows what it has. */
final class Tls {
    private static final char[] NONE = {};

    private Tls() {}

    /** @throws PortException REJECTED where a certificate or the key is none; without a word of the key */
    static SSLContext of(ClusterAccess access) {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(ours(access.login()), trusted(access), null);
            return context;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException wrong) {
            throw new PortException(new Fault(
                    Fault.Kind.REJECTED,
                    "the cluster's authority or the client's certificate and key cannot be used ("
                            + wrong.getClass().getSimpleName() + ")"));
        }
    }

    private static TrustManager @Nullable [] trusted(ClusterAccess access)
            throws GeneralSecurityException, IOException {
        if (access.authorities().isEmpty()) {
            return null;
        }
        var store = empty();
        int number = 0;
        for (var each : certificates(access.authorities().get())) {
            store.setCertificateEntry("authority-" + number++, each);
        }
        if (number == 0) {
            throw new GeneralSecurityException("no authority");
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyManager @Nullable [] ours(Login login) throws GeneralSecurityException, IOException {
        if (!(login instanceof Login.Certificate(var chain, var key))) {
            return null;
        }
        var store = empty();
        store.setKeyEntry("client", PrivateKeys.read(key), NONE, certificates(chain));
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NONE);
        return factory.getKeyManagers();
    }

    private static Certificate[] certificates(String pem) throws GeneralSecurityException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)))
                .toArray(Certificate[]::new);
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance("PKCS12");
        store.load(null, NONE);
        return store;
    }
}
