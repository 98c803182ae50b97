package io.belay.adapter.net.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** An HTTP server on loopback, for one test. */
public final class Loopback implements AutoCloseable {
    private final HttpServer server;
    private final String scheme;

    private Loopback(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    /** A server without TLS. */
    public static Loopback plain() {
        try {
            return new Loopback(HttpServer.create(address(), 50), "http");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    /** A server that shows the certificate in {@code context}. */
    public static Loopback secure(SSLContext context) {
        try {
            var server = HttpsServer.create(address(), 50);
            server.setHttpsConfigurator(new HttpsConfigurator(context));
            return new Loopback(server, "https");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Lets {@code handler} answer below {@code path}. */
    public Loopback on(String path, HttpHandler handler) {
        server.createContext(path, handler);
        return this;
    }

    /** Answers {@code body} below {@code path}. */
    public Loopback on(String path, int status, Map<String, String> headers, String body) {
        return on(path, exchange -> answer(exchange, status, headers, body.getBytes(UTF_8)));
    }

    /** Answers JSON below {@code path}. */
    public Loopback json(String path, int status, String json) {
        return on(path, status, Map.of("Content-Type", "application/json"), json);
    }

    /** Sends to {@code location} from {@code path}. */
    public Loopback redirect(String path, int status, String location) {
        return on(path, status, Map.of("Location", location), "");
    }

    /** Answers once. */
    public static void answer(HttpExchange exchange, int status, Map<String, String> headers, byte[] body)
            throws IOException {
        try (exchange) {
            exchange.getRequestBody().readAllBytes();
            headers.forEach(exchange.getResponseHeaders()::add);
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    /** Where it listens. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** The URL of {@code path}. */
    public String url(String path) {
        return scheme + "://127.0.0.1:" + port() + path;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
