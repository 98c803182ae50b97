package io.belay.demo.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ServerSocketFactory;

/**
 * A WebSocket server (RFC 6455) at a free port of the loopback address, which answers each text with one of its own. It has a port of
 * its own, since the JDK's HTTP server cannot change the protocol.
 */
public final class WebSocketServer implements Closeable {

    /** The status of a handshake that is let in. */
    public static final String LET_IN = "101 Switching Protocols";

    private static final String KEY_SUFFIX = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    private static final int SILENCE_MILLIS = 60_000;
    private static final int LONGEST_HEAD = 8_192;
    private static final int TEXT = 1;
    private static final int CLOSE = 8;
    private static final int PING = 9;
    private static final int PONG = 10;

    private final ServerSocket server;
    private final Function<String, String> door;
    private final String said;
    private final Set<Socket> clients = ConcurrentHashMap.newKeySet();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private WebSocketServer(ServerSocket server, Function<String, String> door, String said) {
        this.server = server;
        this.door = door;
        this.said = said;
    }

    /**
     * Opens one.
     *
     * @param sockets plain ones, or with TLS
     * @param door the status for a path with its query: {@link #LET_IN}, or a refusal such as {@code 401 Unauthorized}
     * @param said what is told to whoever says something; 125 bytes at most
     * @throws ServerException where there is no port
     */
    public static WebSocketServer open(ServerSocketFactory sockets, Function<String, String> door, String said) {
        try {
            var socket = sockets.createServerSocket(0, 50, InetAddress.getLoopbackAddress());
            var server = new WebSocketServer(socket, door, said);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException cause) {
            throw new ServerException("no port for a WebSocket: " + cause.getMessage(), cause);
        }
    }

    /** The port it listens at. */
    public int port() {
        return server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (var client : clients) {
            client.close();
        }
        threads.shutdownNow();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                var client = server.accept();
                threads.execute(() -> serve(client));
            } catch (IOException _) {
                // Closed, or a client that left before it was let in: the loop's condition tells which.
            }
        }
    }

    private void serve(Socket client) {
        clients.add(client);
        try (client) {
            client.setSoTimeout(SILENCE_MILLIS);
            var in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            var out = client.getOutputStream();
            if (shakeHands(head(in), out)) {
                converse(in, out);
            }
        } catch (IOException _) {
            // The client has gone, or speaks another language.
        } finally {
            clients.remove(client);
        }
    }

    private static String head(DataInputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.length() < LONGEST_HEAD && head.indexOf("\r\n\r\n") < 0) {
            head.append((char) in.readUnsignedByte());
        }
        return head.toString();
    }

    private boolean shakeHands(String head, OutputStream out) throws IOException {
        var lines = head.split("\r\n", -1);
        var target = lines[0].split(" ", -1);
        var key = header(lines, "sec-websocket-key");
        var status = target.length < 2 || key.isEmpty() ? "400 Bad Request" : door.apply(target[1]);
        if (!status.equals(LET_IN)) {
            return refuse(out, status);
        }
        out.write(("HTTP/1.1 " + LET_IN + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + "Sec-WebSocket-Accept: "
                        + accept(key) + "\r\n\r\n")
                .getBytes(ISO_8859_1));
        return true;
    }

    private static boolean refuse(OutputStream out, String status) throws IOException {
        out.write(("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n").getBytes(ISO_8859_1));
        return false;
    }

    private static String header(String[] lines, String name) {
        for (var line : lines) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) {
                return line.substring(name.length() + 1).strip();
            }
        }
        return "";
    }

    private void converse(DataInputStream in, OutputStream out) throws IOException {
        while (true) {
            var opcode = in.readUnsignedByte() & 0x0f;
            var message = payload(in);
            switch (opcode) {
                case TEXT -> send(out, TEXT, said.getBytes(UTF_8));
                case PING -> send(out, PONG, message);
                case CLOSE -> {
                    send(out, CLOSE, message);
                    return;
                }
                default -> throw new IOException("opcode " + opcode + " is not spoken here");
            }
        }
    }

    /** A client's frames are masked, and short here: up to 65,535 bytes. */
    private static byte[] payload(DataInputStream in) throws IOException {
        var length = in.readUnsignedByte() & 0x7f;
        if (length == 127) {
            throw new IOException("a frame that long is not read here");
        }
        var mask = new byte[4];
        var bytes = new byte[length == 126 ? in.readUnsignedShort() : length];
        in.readFully(mask);
        in.readFully(bytes);
        for (var i = 0; i < bytes.length; i++) {
            bytes[i] ^= mask[i % 4];
        }
        return bytes;
    }

    private static void send(OutputStream out, int opcode, byte[] message) throws IOException {
        var frame = new byte[2 + message.length];
        frame[0] = (byte) (0x80 | opcode);
        frame[1] = (byte) message.length;
        System.arraycopy(message, 0, frame, 2, message.length);
        out.write(frame);
    }

    private static String accept(String key) {
        try {
            var digest = MessageDigest.getInstance("SHA-1").digest((key + KEY_SUFFIX).getBytes(ISO_8859_1));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException cause) {
            throw new IllegalStateException("every JDK has SHA-1", cause);
        }
    }
}
