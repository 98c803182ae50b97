package io.belay.adapter.net.websocket;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.net.http.RawServer;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** As much of RFC 6455 as a test's server needs. */
final class TalkingServer {
    private static final String MAGIC = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

    /** What the server does once it is open. */
    @FunctionalInterface
    interface Talk {
        void with(Socket socket) throws Exception;
    }

    private TalkingServer() {}

    static RawServer opening(Talk talk) {
        return RawServer.talking(socket -> {
            open(socket, "");
            talk.with(socket);
            // To the end: closed with a pong unread, the system would reset the connection under what was just sent.
            socket.getInputStream().transferTo(OutputStream.nullOutputStream());
        });
    }

    static String url(RawServer server) {
        return "ws://127.0.0.1:" + server.port() + "/live";
    }

    /** Answers the handshake; gives back its head. */
    static String open(Socket socket, String more) throws IOException {
        var head = RawServer.readHead(socket);
        var key = header(head, "Sec-WebSocket-Key").orElseThrow();
        var answer = "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                + "Sec-WebSocket-Accept: " + accept(key) + "\r\n" + more + "\r\n";
        socket.getOutputStream().write(answer.getBytes(UTF_8));
        return head;
    }

    static Optional<String> header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst();
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + MAGIC).getBytes(UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (GeneralSecurityException exception) {
            throw new IllegalStateException(exception);
        }
    }

    /** Sends a frame of up to 65,535 bytes; {@code first} is its first byte, final flag and operation code. */
    static void frame(Socket socket, int first, byte[] payload) throws IOException {
        // In one piece, as servers send it: the JDK's client once took a head that came byte by byte for text.
        var out = new ByteArrayOutputStream();
        out.write(first);
        if (payload.length < 126) {
            out.write(payload.length);
        } else {
            out.write(126);
            out.write(payload.length >> 8);
            out.write(payload.length);
        }
        out.writeBytes(payload);
        out.writeTo(socket.getOutputStream());
    }

    static void text(Socket socket, String text) throws IOException {
        frame(socket, 0x81, text.getBytes(UTF_8));
    }

    /** Reads one short masked text frame. */
    static String readText(Socket socket) throws IOException {
        var in = new DataInputStream(socket.getInputStream());
        in.readByte();
        var length = in.readByte() & 0x7f;
        var mask = in.readNBytes(4);
        var payload = in.readNBytes(length);
        for (int i = 0; i < payload.length; i++) {
            payload[i] ^= mask[i % 4];
        }
        return new String(payload, UTF_8);
    }
}
