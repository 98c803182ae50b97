package io.belay.bench.cold;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * Knocks each millisecond until somebody listens. By a socket of its own: a client that does more would take time of the
 * processors from what it measures.
 *
 * @param port where, on the loopback
 * @param path what of it is called
 */
record HttpCustomer(int port, String path) implements Customer {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int HTTP_OK = 200;

    /** Function Compute sends one with every call; whoever finds none makes one. */
    private static final String REQUEST_ID = "x-fc-request-id: 1-6920a3c5-15a1b2c3-d4e5f6a7b8c9\r\n";

    /** On a free port. */
    static HttpCustomer of(String path) throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new HttpCustomer(socket.getLocalPort(), path);
        }
    }

    /** Each reads its own of them. */
    @Override
    public Map<String, String> environment() {
        var environment = new HashMap<String, String>();
        for (var name : new String[] {
            "FC_CUSTOM_LISTEN_PORT", "PORT", "SERVER_PORT", "QUARKUS_HTTP_PORT", "MICRONAUT_SERVER_PORT"
        }) {
            environment.put(name, Integer.toString(port));
        }
        for (var name : new String[] {"SERVER_ADDRESS", "QUARKUS_HTTP_HOST", "MICRONAUT_SERVER_HOST"}) {
            environment.put(name, "127.0.0.1");
        }
        return environment;
    }

    @Override
    public void ready(Instance instance) throws IOException, InterruptedException {
        answer(instance, "GET", "/health/ready", "");
    }

    @Override
    public String ask(Instance instance, String body) throws IOException, InterruptedException {
        return answer(instance, "POST", path, body);
    }

    /** What {@code path} answers with 200. */
    private String answer(Instance instance, String method, String path, String body)
            throws IOException, InterruptedException {
        var until = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < until) {
            try (var socket = new Socket()) {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
                socket.setSoTimeout((int) PATIENCE.toMillis());
                socket.getOutputStream().write(request(method, path, body));
                return body(new String(socket.getInputStream().readAllBytes(), UTF_8));
            } catch (ConnectException notYet) {
                instance.running();
                Thread.sleep(1);
            }
        }
        throw new IOException("nobody listened within " + PATIENCE.toSeconds() + " s");
    }

    private static byte[] request(String method, String path, String body) {
        return (method + " " + path
                        + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\n"
                        + REQUEST_ID
                        + "Content-Length: "
                        + body.length() + "\r\nConnection: close\r\n\r\n" + body)
                .getBytes(UTF_8);
    }

    private static String body(String answer) throws IOException {
        var parts = answer.split("\r\n\r\n", 2);
        if (parts.length < 2 || !parts[0].startsWith("HTTP/1.1 " + HTTP_OK + " ")) {
            throw new IOException(
                    "answered: " + answer.lines().limit(1).findFirst().orElse("nothing"));
        }
        return parts[1];
    }

    @Override
    public void close() {}
}
