package io.belay.adapter.net.tcp;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** A server on loopback that treats each connection as a test says, until it is closed. */
public final class TestingServer implements AutoCloseable {
    private final ServerSocket listening;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();

    /** What is done with a connection; it is closed afterwards. */
    @FunctionalInterface
    public interface Conversation {
        void with(Socket socket) throws IOException, InterruptedException;
    }

    private TestingServer(ServerSocket listening, Conversation conversation) {
        this.listening = listening;
        Thread.ofVirtual().start(() -> serve(conversation));
    }

    /** A server on a free port of 127.0.0.1. */
    public static TestingServer doing(Conversation conversation) {
        return at("127.0.0.1", 0, conversation);
    }

    /** A server on {@code port} of {@code address}. */
    public static TestingServer at(String address, int port, Conversation conversation) {
        try {
            return new TestingServer(new ServerSocket(port, 50, InetAddress.ofLiteral(address)), conversation);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** A server on {@code listening}. */
    public static TestingServer on(ServerSocket listening, Conversation conversation) {
        return new TestingServer(listening, conversation);
    }

    /** Accepts, and says nothing until the client goes. */
    public static TestingServer silent() {
        return doing(socket -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /** Says {@code text} and closes. */
    public static TestingServer saying(String text) {
        return doing(socket -> socket.getOutputStream().write(text.getBytes(UTF_8)));
    }

    /** A port of 127.0.0.1 where nobody listens. */
    public static int closedPort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return listening.getLocalPort();
    }

    /** How many connections are open now. */
    public int connections() {
        return open.size();
    }

    private void serve(Conversation conversation) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                open.add(socket);
                Thread.ofVirtual().start(() -> converse(socket, conversation));
            } catch (IOException _) {
                // Closed, or a client that went before it was accepted.
            }
        }
    }

    private void converse(Socket socket, Conversation conversation) {
        try (socket) {
            conversation.with(socket);
        } catch (IOException | InterruptedException _) {
            // The client went, or the test is over.
        } finally {
            open.remove(socket);
        }
    }

    @Override
    public void close() {
        try {
            listening.close();
            for (var socket : open) {
                socket.close();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
