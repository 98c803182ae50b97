package io.belay.adapter.net.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A conversation in RESP2, the protocol of Redis (redis.io/docs/latest/develop/reference/protocol-spec). Own, since four
 * commands need no library: a client brings a pool, reconnects behind the probe's back, logs, and hides the server's own
 * words. Closing the socket is its owner's.
 */
final class Resp {
    private static final int MOST_LINE = 64 * 1_024;
    private static final int MOST_BULK = 4 * 1_024 * 1_024;

    private final InputStream from;
    private final OutputStream to;

    Resp(Socket socket) throws IOException {
        from = new BufferedInputStream(socket.getInputStream());
        to = socket.getOutputStream();
    }

    /** What a server answers to one command. */
    sealed interface Reply {
        /** An answer. */
        record Said(String text) implements Reply {}

        /** An error, in the server's words. */
        record Refused(String error) implements Reply {}
    }

    /** Sends one command and reads its reply. */
    Reply send(String... words) throws IOException {
        var command = new ByteArrayOutputStream();
        command.writeBytes(("*" + words.length + "\r\n").getBytes(UTF_8));
        for (var word : words) {
            var bytes = word.getBytes(UTF_8);
            command.writeBytes(("$" + bytes.length + "\r\n").getBytes(UTF_8));
            command.writeBytes(bytes);
            command.writeBytes("\r\n".getBytes(UTF_8));
        }
        to.write(command.toByteArray());
        to.flush();
        return reply();
    }

    private Reply reply() throws IOException {
        var line = line();
        var rest = line.isEmpty() ? "" : line.substring(1);
        return switch (line.isEmpty() ? ' ' : line.charAt(0)) {
            case '+', ':' -> new Reply.Said(rest);
            case '-' -> new Reply.Refused(rest);
            case '$' -> new Reply.Said(bulk(rest));
            default -> throw stranger();
        };
    }

    private String bulk(String size) throws IOException {
        if (!size.matches("\\d{1,9}") || Integer.parseInt(size) > MOST_BULK) {
            throw stranger();
        }
        var bytes = from.readNBytes(Integer.parseInt(size));
        if (bytes.length < Integer.parseInt(size) || !line().isEmpty()) {
            throw stranger();
        }
        return new String(bytes, UTF_8);
    }

    private String line() throws IOException {
        var line = new ByteArrayOutputStream();
        while (line.size() < MOST_LINE) {
            var next = from.read();
            if (next < 0) {
                throw new EOFException("the server hung up");
            }
            if (next == '\n') {
                return line.toString(UTF_8).stripTrailing();
            }
            line.write(next);
        }
        throw stranger();
    }

    private static IOException stranger() {
        return new IOException("no word of Redis in the answer");
    }
}
