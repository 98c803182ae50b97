package io.belay.adapter.jdbc;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.postgresql.ssl.WrappedFactory;

/**
 * TLS with a server that is trusted and is the host. Public since pgjdbc makes it by name; its own factories take
 * certificates from a file only, and look at the name after the handshake, with a line in the log.
 */
public final class TrustingFactory extends WrappedFactory {
    /**
     * A factory that trusts the authorities in {@code pem} alone, or the platform's where it is empty.
     *
     * @throws GeneralSecurityException where no certificate is in it
     */
    public TrustingFactory(String pem) throws GeneralSecurityException, IOException {
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        if (pem.isEmpty()) {
            trust.init((KeyStore) null);
        } else {
            trust.init(store(pem));
        }
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        factory = context.getSocketFactory();
    }

    private static KeyStore store(String pem) throws GeneralSecurityException, IOException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        for (var certificate : CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(UTF_8)))) {
            store.setCertificateEntry("authority-" + store.size(), certificate);
        }
        return store;
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        var secured = (SSLSocket) super.createSocket(socket, host, port, autoClose);
        var parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        return secured;
    }
}
