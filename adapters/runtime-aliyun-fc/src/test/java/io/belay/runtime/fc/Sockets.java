package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Speaks HTTP by hand, to see what a client library would hide: which connection answered, and whether it was closed. */
final class Sockets implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    Sockets(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
    }

    /** All that comes back until the server closes. */
    static String once(int port, String request) throws IOException {
        try (var sockets = new Sockets(port)) {
            sockets.write(request);
            return new String(sockets.in.readAllBytes(), ISO_8859_1);
        }
    }

    void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The status line of one answer, its body read and dropped; empty where the server closed instead. */
    String answer() throws IOException {
        var status = line();
        var length = 0;
        for (var header = line(); !header.isEmpty(); header = line()) {
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        in.readNBytes(length);
        return status;
    }

    private String line() throws IOException {
        var line = new StringBuilder();
        for (var next = in.read(); next != '\n' && next != -1; next = in.read()) {
            if (next != '\r') {
                line.append((char) next);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
