package io.belay.adapter.jdbc;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Stands before a MySQL server and takes from its greeting that it can be spoken to encrypted. */
record OffersNoTls(ServerSocket listening) implements AutoCloseable {
    static OffersNoTls before(int port) throws IOException {
        var listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    var client = listening.accept();
                    Thread.ofVirtual().start(() -> between(client, port));
                }
            } catch (IOException _) {
                // It is closed.
            }
        });
        return new OffersNoTls(listening);
    }

    int port() {
        return listening.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }

    private static void between(Socket client, int port) {
        try (client;
                var server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            greet(server.getInputStream(), client.getOutputStream());
            var back = Thread.ofVirtual().start(() -> copy(client, server));
            copy(server, client);
            back.join();
        } catch (IOException | InterruptedException _) {
            // One of them has gone.
        }
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException _) {
            // One of them has gone.
        }
    }

    /** Protocol::HandshakeV10: the flags follow the version's text, four bytes, eight and one; CLIENT_SSL is 0x0800. */
    private static void greet(InputStream server, OutputStream client) throws IOException {
        var header = server.readNBytes(4);
        var greeting = server.readNBytes((header[0] & 0xff) | (header[1] & 0xff) << 8);
        int end = 1;
        while (greeting[end] != 0) {
            end++;
        }
        greeting[end + 1 + 4 + 8 + 1 + 1] &= (byte) ~0x08;
        client.write(header);
        client.write(greeting);
        client.flush();
    }
}
