package io.belay.adapter.net.tls;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * What a handshake came to. It is completed whoever the server is, so that an expired certificate is a fact and not a
 * refusal; nothing is sent over it.
 *
 * @param chain the certificates sent
 * @param protocol {@code TLSv1.3}
 * @param cipher the suite's name in the IANA registry
 * @param application the protocol agreed on by ALPN; empty for none
 */
record Handshake(Chain chain, String protocol, String cipher, Optional<String> application) {
    static Handshake over(Socket socket, String serverName, List<String> applications) throws IOException {
        var factory = context().getSocketFactory();
        try (var secured = (SSLSocket) factory.createSocket(socket, serverName, socket.getPort(), true)) {
            var parameters = secured.getSSLParameters();
            parameters.setServerNames(
                    HostNames.isAddress(serverName) ? List.of() : List.of(new SNIHostName(serverName)));
            parameters.setApplicationProtocols(applications.toArray(String[]::new));
            secured.setSSLParameters(parameters);
            secured.startHandshake();
            var session = secured.getSession();
            var certificates = Arrays.stream(session.getPeerCertificates())
                    .map(X509Certificate.class::cast)
                    .toList();
            return new Handshake(
                    new Chain(certificates),
                    session.getProtocol(),
                    session.getCipherSuite(),
                    Optional.of(secured.getApplicationProtocol()).filter(agreed -> !agreed.isEmpty()));
        }
    }

    /** A fresh one each time: a resumed session would not send its certificates again. */
    private static SSLContext context() {
        try {
            var context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Anybody()}, null);
            return context;
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("this Java has no TLS", failed);
        }
    }

    /** Judges nobody: {@link Authorities} does, once the facts are known. */
    private static final class Anybody extends X509ExtendedTrustManager {
        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {}

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
