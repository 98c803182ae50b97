package io.belay.adapter.net.tls;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXBuilderParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509CertSelector;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.CertPathTrustManagerParameters;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Whom a server's certificate is trusted from: those that the file gives, else the platform's own. */
public final class Authorities {
    /** The authorities' certificates. */
    public static final Key<Text> CA =
            Key.text("ca", "PEM certificates to trust in place of the platform's, such as ${file:authorities.pem}.");

    private final Optional<Set<TrustAnchor>> given;

    private Authorities(Optional<Set<TrustAnchor>> given) {
        this.given = given;
    }

    /**
     * The authorities of {@link #CA}.
     *
     * @throws SettingException where it holds no PEM certificate
     */
    public static Authorities of(Settings settings) {
        return new Authorities(settings.find(CA).map(text -> anchors(text.fixed(CA.name()))));
    }

    private static Set<TrustAnchor> anchors(Text text) {
        try {
            var certificates = CertificateFactory.getInstance("X.509")
                    .generateCertificates(new ByteArrayInputStream(text.reveal().getBytes(UTF_8)));
            var anchors = certificates.stream()
                    .map(each -> new TrustAnchor((X509Certificate) each, null))
                    .collect(Collectors.toUnmodifiableSet());
            if (!anchors.isEmpty()) {
                return anchors;
            }
        } catch (CertificateException _) {
            // Said below: the parser's words would show what the file holds.
        }
        throw new SettingException(CA.name(), "no PEM certificate in it; a file is read by ${file:PATH}");
    }

    /**
     * TLS over {@code socket} with a server that these vouch for to be {@code host}.
     *
     * @throws IOException where it is another, or speaks no TLS; the socket is closed then
     */
    public Socket secure(Socket socket, String host, Instant now) throws IOException {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {judge(now)}, null);
            var secured = (SSLSocket) context.getSocketFactory().createSocket(socket, host, socket.getPort(), true);
            var parameters = secured.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            return secured;
        } catch (GeneralSecurityException failed) {
            socket.close();
            throw new IOException("trust cannot be judged: " + failed.getMessage(), failed);
        } catch (IOException refused) {
            socket.close();
            throw refused;
        }
    }

    /** Why {@code chain} is not trusted at {@code now}; empty where it is. Revocation is not looked at. */
    Optional<String> fault(Chain chain, Instant now) throws GeneralSecurityException {
        try {
            judge(now).checkServerTrusted(chain.certificates().toArray(X509Certificate[]::new), "UNKNOWN");
            return Optional.empty();
        } catch (CertificateException refused) {
            return Optional.of(chain.outdated(now).orElseGet(() -> deepest(refused)));
        }
    }

    // PKIX takes no other date.
    @SuppressWarnings("JavaUtilDate")
    private X509TrustManager judge(Instant now) throws GeneralSecurityException {
        var parameters = new PKIXBuilderParameters(given.orElseGet(() -> Platform.ANCHORS), new X509CertSelector());
        parameters.setRevocationEnabled(false);
        parameters.setDate(Date.from(now));
        var factory = TrustManagerFactory.getInstance("PKIX");
        factory.init(new CertPathTrustManagerParameters(parameters));
        return first(factory);
    }

    private static X509TrustManager first(TrustManagerFactory factory) {
        return Arrays.stream(factory.getTrustManagers())
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static String deepest(Throwable failure) {
        return Stream.iterate(failure, each -> each != null, Throwable::getCause)
                .limit(16)
                .map(Throwable::getMessage)
                .filter(message -> message != null)
                .reduce((_, inner) -> inner)
                .orElse(failure.getClass().getSimpleName());
    }

    /** Read once, when first needed: it takes a tenth of a second. */
    private static final class Platform {
        static final Set<TrustAnchor> ANCHORS = read();

        private static Set<TrustAnchor> read() {
            try {
                var factory = TrustManagerFactory.getInstance("PKIX");
                factory.init((KeyStore) null);
                return Stream.of(first(factory).getAcceptedIssuers())
                        .map(each -> new TrustAnchor(each, null))
                        .collect(Collectors.toUnmodifiableSet());
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException("the platform has no trusted authorities", failed);
            }
        }
    }
}
