package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/** Speaks HTTP by hand, to see what a client library would hide: which connection answered, and whether it was closed. */
public final class Sockets implements AutoCloseable {
    private final Socket socket;
    private final InputStream in;

    /** A connection to a port of the loopback. */
    public Sockets(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(30_000);
        in = socket.getInputStream();
    }

    /** All that comes back until the server closes. */
    public static String once(int port, String request) throws IOException {
        try (var sockets = new Sockets(port)) {
            sockets.write(request);
            return new String(sockets.in.readAllBytes(), ISO_8859_1);
        }
    }

    /** Sends {@code text} as ISO-8859-1. */
    public void write(String text) throws IOException {
        write(text.getBytes(ISO_8859_1));
    }

    /** Sends {@code bytes}. */
    public void write(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Says that nothing more will be sent. */
    void end() throws IOException {
        socket.shutdownOutput();
    }

    /** The status line of one answer, its body read and dropped; empty where the server closed instead. */
    public String answer() throws IOException {
        return whole().lines().findFirst().orElse("");
    }

    /** One answer: its status line, its headers, an empty line and its body; empty where the server closed instead. */
    String whole() throws IOException {
        var head = new StringBuilder();
        var length = 0;
        var header = line();
        while (!header.isEmpty()) {
            head.append(header).append('\n');
            header = line();
            if (header.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).strip());
            }
        }
        return head.isEmpty() ? "" : head + "\n" + new String(in.readNBytes(length), ISO_8859_1);
    }

    /** What is still to come until the server closes. */
    String rest() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
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
