package io.belay.adapter.net.tls;

import io.belay.adapter.net.tcp.TestingServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;

/** A server of TLS on loopback that shakes hands and listens. */
final class TlsServer {
    private TlsServer() {}

    static TestingServer with(TestingAuthority.Issued issued, String... protocols) {
        return at("127.0.0.1", 0, issued, protocols);
    }

    static TestingServer at(String address, int port, TestingAuthority.Issued issued, String... protocols) {
        try {
            var listening = (SSLServerSocket) issued.context()
                    .getServerSocketFactory()
                    .createServerSocket(port, 50, InetAddress.ofLiteral(address));
            if (protocols.length > 0) {
                listening.setEnabledProtocols(protocols);
            }
            var parameters = listening.getSSLParameters();
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            listening.setSSLParameters(parameters);
            return TestingServer.on(listening, socket -> {
                ((SSLSocket) socket).startHandshake();
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
            });
        } catch (IOException | GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
