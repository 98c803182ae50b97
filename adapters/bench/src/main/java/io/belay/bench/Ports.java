package io.belay.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Two ports of this machine: one answers HTTP, the other accepts and says nothing for good. */
final class Ports implements AutoCloseable {
    private static final byte[] ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok".getBytes(US_ASCII);

    private final Duration span;
    private final ServerSocket answering = open();
    private final ServerSocket silent = open();
    private final Queue<Socket> accepted = new ConcurrentLinkedQueue<>();

    Ports() throws IOException {
        this(Duration.ZERO);
    }

    /** Each answer takes {@code span}. */
    Ports(Duration span) throws IOException {
        this.span = span;
        Thread.ofVirtual().start(() -> accept(answering, true));
        Thread.ofVirtual().start(() -> accept(silent, false));
    }

    int answering() {
        return answering.getLocalPort();
    }

    int silent() {
        return silent.getLocalPort();
    }

    private static ServerSocket open() throws IOException {
        return new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    }

    private void accept(ServerSocket server, boolean answers) {
        while (!server.isClosed()) {
            try {
                var socket = server.accept();
                accepted.add(socket);
                if (answers) {
                    Thread.ofVirtual().start(() -> answer(socket, span));
                }
            } catch (IOException _) {
                // Closed, or a caller that went away at once.
            }
        }
    }

    private static void answer(Socket socket, Duration span) {
        try (socket) {
            var asked = new BufferedReader(new InputStreamReader(socket.getInputStream(), US_ASCII));
            for (var line = asked.readLine(); line != null; line = asked.readLine()) {
                if (line.isEmpty()) {
                    Thread.sleep(span);
                    socket.getOutputStream().write(ANSWER);
                }
            }
        } catch (IOException _) {
            // Called off.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        answering.close();
        silent.close();
        for (var socket : accepted) {
            socket.close();
        }
    }
}
