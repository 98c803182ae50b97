package io.belay.bench.cold;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import javax.net.ssl.SSLContext;

/**
 * Answers every GET over TLS that it is well. Not the JDK's server, which lets the kernel hold back a small packet until the one
 * before is acknowledged: behind a session's ticket that is 40 ms of a first answer, now and then, and none of the caller's.
 */
record SecureServer(ServerSocket socket) implements AutoCloseable {
    private static final byte[] ANSWER =
            "HTTP/1.1 200 OK\r\nContent-Length: 20\r\n\r\n{\"status\":\"healthy\"}".getBytes(ISO_8859_1);

    private static final int WAITING = 50;

    static SecureServer start(SSLContext context) throws IOException {
        var server = new SecureServer(
                context.getServerSocketFactory().createServerSocket(0, WAITING, InetAddress.getLoopbackAddress()));
        Thread.ofVirtual().name("secure").start(server::accept);
        return server;
    }

    int port() {
        return socket.getLocalPort();
    }

    private void accept() {
        while (!socket.isClosed()) {
            try {
                var caller = socket.accept();
                caller.setTcpNoDelay(true);
                Thread.ofVirtual().name("secured").start(() -> serve(caller));
            } catch (IOException _) {
                // Closed, or a caller that is gone again.
            }
        }
    }

    private static void serve(Socket caller) {
        try (caller;
                var in = new BufferedReader(new InputStreamReader(caller.getInputStream(), ISO_8859_1))) {
            while (asked(in)) {
                caller.getOutputStream().write(ANSWER);
            }
        } catch (IOException _) {
            // Its process was ended.
        }
    }

    /** Whether another request came: its last line is empty. */
    private static boolean asked(BufferedReader in) throws IOException {
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
