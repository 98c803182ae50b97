package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** A server on loopback that sends whatever bytes a test likes. */
public final class RawServer implements AutoCloseable {
    /** What is done with one connection. */
    @FunctionalInterface
    public interface Talk {
        /** Reads and writes; the connection is closed afterwards. */
        void with(Socket socket) throws Exception;
    }

    private final ServerSocket server;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final CountDownLatch hungUp = new CountDownLatch(1);

    private RawServer(ServerSocket server) {
        this.server = server;
    }

    /** Talks to everybody who calls. */
    public static RawServer talking(Talk talk) {
        try {
            var raw = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
            Thread.ofVirtual().start(() -> raw.accept(talk));
            return raw;
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** Reads a request's head, sends {@code bytes} and hangs up. */
    public static RawServer sending(String bytes) {
        return talking(socket -> {
            readHead(socket);
            socket.getOutputStream().write(bytes.getBytes(ISO_8859_1));
        });
    }

    /** Accepts and says nothing until the other side hangs up. */
    public static RawServer mute() {
        return talking(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Reads up to the empty line that ends a request's head. */
    public static String readHead(Socket socket) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            var next = socket.getInputStream().read();
            if (next < 0) {
                return head.toString();
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private void accept(Talk talk) {
        while (true) {
            try {
                var socket = server.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> talk(talk, socket));
            } catch (IOException _) {
                return;
            }
        }
    }

    private void talk(Talk talk, Socket socket) {
        try (socket) {
            talk.with(socket);
        } catch (Exception _) {
            // The other side hung up, which is what most of these tests are about.
        } finally {
            open.remove(socket);
            hungUp.countDown();
        }
    }

    /** Whether a connection has ended, or ends within {@code seconds}. */
    public boolean seesHangUp(int seconds) throws InterruptedException {
        return hungUp.await(seconds, TimeUnit.SECONDS);
    }

    /** Where it listens. */
    public int port() {
        return server.getLocalPort();
    }

    /** The URL of {@code path}. */
    public String url(String path) {
        return "http://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        try {
            server.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }
}
