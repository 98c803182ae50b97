package io.belay.core.trust;

import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;

/**
 * Has the JDK verify a chain by the anchors that it names. They are among those of the runtime, so who is believed by them is
 * believed by all; who is not may still be, by an anchor whose name is written in another way, and so the word of all counts then.
 */
final class NearTrust extends X509ExtendedTrustManager {
    /** More are made than kept: a server chooses what its chain names. */
    private static final int MOST_KEPT = 64;

    private final Anchors anchors;
    private final Map<List<ByteBuffer>, X509ExtendedTrustManager> near = new ConcurrentHashMap<>();

    NearTrust(Anchors anchors) {
        this.anchors = anchors;
    }

    /** What the JDK is asked of one chain. */
    @FunctionalInterface
    private interface Check {
        void by(X509ExtendedTrustManager verifier) throws CertificateException;
    }

    private void check(X509Certificate[] chain, Check check) throws CertificateException {
        var named = anchors.named(chain);
        if (!named.isEmpty()) {
            try {
                check.by(near(named));
                return;
            } catch (CertificateException _) {
                // Said below, by all of them.
            }
        }
        check.by(All.VERIFIER);
    }

    private X509ExtendedTrustManager near(List<ByteBuffer> named) throws CertificateException {
        var known = near.get(named);
        if (known != null) {
            return known;
        }
        try {
            var store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            for (var anchor : anchors.of(named)) {
                store.setCertificateEntry("anchor " + store.size(), anchor);
            }
            var made = verifier(store);
            if (near.size() < MOST_KEPT) {
                near.put(named, made);
            }
            return made;
        } catch (GeneralSecurityException | IOException failed) {
            throw new CertificateException("the trust store cannot be read", failed);
        }
    }

    private static X509ExtendedTrustManager verifier(@Nullable KeyStore store) throws GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        return Stream.of(factory.getTrustManagers())
                .filter(X509ExtendedTrustManager.class::isInstance)
                .map(X509ExtendedTrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    /** By the whole trust store, read when it is first needed. */
    private static final class All {
        static final X509ExtendedTrustManager VERIFIER = read();

        private static X509ExtendedTrustManager read() {
            try {
                return verifier(null);
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException("the runtime's trust store cannot be read", failed);
            }
        }
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, verifier -> verifier.checkServerTrusted(chain, type, socket));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, verifier -> verifier.checkServerTrusted(chain, type, engine));
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, verifier -> verifier.checkServerTrusted(chain, type));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket) throws CertificateException {
        check(chain, verifier -> verifier.checkClientTrusted(chain, type, socket));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine) throws CertificateException {
        check(chain, verifier -> verifier.checkClientTrusted(chain, type, engine));
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
        check(chain, verifier -> verifier.checkClientTrusted(chain, type));
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return All.VERIFIER.getAcceptedIssuers();
    }
}
