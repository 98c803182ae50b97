package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.util.Arrays;

/** What comes in on a connection: lines and bytes, in time. Of one thread. */
final class Input {
    /** Enough for most heads: there may be many connections. */
    private static final int USUAL = 2 * 1024;

    private final Socket socket;
    private final InputStream in;
    private final int longest;
    private byte[] buffer;
    private int at;
    private int end;
    private boolean hurried;
    private long until;
    private String part = "";

    /** Of {@code socket}; no line is longer than {@code line} bytes. */
    Input(Socket socket, int line) throws IOException {
        this.socket = socket;
        this.in = socket.getInputStream();
        this.longest = line;
        this.buffer = new byte[Math.min(line, USUAL)];
    }

    /** Waits for as long as it takes until something comes; false where the other side ended instead. */
    boolean comes() throws IOException {
        hurried = false;
        return at < end || fill();
    }

    /** From now on what comes is {@code name}, all of which must be there within {@code nanos}. */
    void within(long nanos, String name) {
        hurried = true;
        until = System.nanoTime() + nanos;
        part = name;
    }

    /** Whether nothing is here that was not asked for yet. */
    boolean empty() {
        return at == end;
    }

    /**
     * The next line, without its end.
     *
     * @param tooLong the status that says that it is too long
     * @param place what is read
     * @throws Refused where it is too long, ends early, comes late, or has a control character in it; a CR or LF alone is one
     */
    String line(int tooLong, String place) throws IOException {
        for (var length = 0; ; length++) {
            if (at + length == end) {
                if (length == longest) {
                    throw new Refused(tooLong, place, "a line of at most " + length + " bytes is meant");
                }
                if (!fill()) {
                    throw new Refused(400, place, "it ended early");
                }
            }
            var next = buffer[at + length];
            if (length > 0 && buffer[at + length - 1] == '\r') {
                if (next != '\n') {
                    throw new Refused(400, place, "found a CR that ends no line");
                }
                var line = new String(buffer, at, length - 1, ISO_8859_1);
                at += length + 1;
                return line;
            }
            if (next != '\r' && Chars.control(next & 0xff)) {
                throw new Refused(400, place, "found a control character; a line ends with CR and LF");
            }
        }
    }

    /** Some of the next bytes; below zero where the other side ended. */
    int read(byte[] into, int from, int length) throws IOException {
        if (at == end) {
            return receive(into, from, length);
        }
        var here = Math.min(length, end - at);
        System.arraycopy(buffer, at, into, from, here);
        at += here;
        return here;
    }

    /** Reads and drops what still comes, until the other side ends or the time is over. */
    void drop() throws IOException {
        at = 0;
        end = 0;
        for (var read = 0; read >= 0; ) {
            read = receive(buffer, 0, buffer.length);
        }
    }

    private boolean fill() throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            at = 0;
        }
        if (end == buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.min(longest, 2 * end));
        }
        var read = receive(buffer, end, buffer.length - end);
        end += Math.max(read, 0);
        return read >= 0;
    }

    private int receive(byte[] into, int from, int length) throws IOException {
        socket.setSoTimeout(hurried ? millisLeft() : 0);
        try {
            return in.read(into, from, length);
        } catch (SocketTimeoutException _) {
            throw late();
        }
    }

    private int millisLeft() throws Refused {
        var left = (until - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
            throw late();
        }
        return (int) Math.min(left, Integer.MAX_VALUE);
    }

    private Refused late() {
        return new Refused(408, part, "it did not come in time");
    }
}
