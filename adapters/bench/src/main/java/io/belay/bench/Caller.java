package io.belay.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One kept connection of HTTP/1.1, and as little besides as there can be: what is measured is who answers. Of one thread.
 *
 * <p>It allocates nothing while it calls, so that what is allocated is the other side's.
 */
final class Caller implements AutoCloseable {
    private static final byte[] LENGTH = "\r\ncontent-length:".getBytes(US_ASCII);
    private static final int PATIENCE = 30_000;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final byte[] buffer = new byte[64 * 1024];

    Caller(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(PATIENCE);
        in = socket.getInputStream();
        out = socket.getOutputStream();
    }

    /** What posts {@code body} to {@code path}. */
    static byte[] post(String path, String body) {
        return ("POST " + path + " HTTP/1.1\r\nHost: bench\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)
                .getBytes(US_ASCII);
    }

    /** What gets {@code path}. */
    static byte[] get(String path) {
        return ("GET " + path + " HTTP/1.1\r\nHost: bench\r\n\r\n").getBytes(US_ASCII);
    }

    /**
     * Sends {@code request} and reads the answer to its end.
     *
     * @return how long its body is, in bytes
     * @throws IOException where it is neither 200 nor 202, or says no length
     */
    int call(byte[] request) throws IOException {
        out.write(request);
        var head = 0;
        var read = 0;
        while (head == 0) {
            var more = in.read(buffer, read, buffer.length - read);
            if (more < 0) {
                throw new EOFException("hung up after " + read + " bytes");
            }
            read += more;
            head = head(buffer, read);
        }
        var length = length(buffer, head);
        var left = head + length - read;
        while (left > 0) {
            var more = in.read(buffer, 0, Math.min(left, buffer.length));
            if (more < 0) {
                throw new EOFException("hung up with " + left + " bytes to come");
            }
            left -= more;
        }
        return length;
    }

    /** Where the head of an answer ends; zero where it is not all there yet. */
    static int head(byte[] buffer, int read) {
        for (int at = 3; at < read; at++) {
            if (buffer[at] == '\n' && buffer[at - 1] == '\r' && buffer[at - 2] == '\n' && buffer[at - 3] == '\r') {
                return at + 1;
            }
        }
        return 0;
    }

    /** What the head of an answer of 200 or 202 says of its body's length. */
    static int length(byte[] buffer, int head) throws IOException {
        if (buffer[9] != '2' || buffer[10] != '0' || (buffer[11] != '0' && buffer[11] != '2')) {
            throw new IOException(new String(buffer, 0, head, US_ASCII));
        }
        for (int at = 0; at + LENGTH.length < head; at++) {
            if (same(buffer, at)) {
                return number(buffer, at + LENGTH.length);
            }
        }
        throw new IOException("no length: " + new String(buffer, 0, head, US_ASCII));
    }

    private static boolean same(byte[] buffer, int at) {
        for (int index = 0; index < LENGTH.length; index++) {
            var found = buffer[at + index];
            if (found != LENGTH[index] && (found | 0x20) != LENGTH[index]) {
                return false;
            }
        }
        return true;
    }

    private static int number(byte[] buffer, int from) {
        var number = 0;
        for (int at = from; buffer[at] != '\r'; at++) {
            if (buffer[at] != ' ') {
                number = number * 10 + buffer[at] - '0';
            }
        }
        return number;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
