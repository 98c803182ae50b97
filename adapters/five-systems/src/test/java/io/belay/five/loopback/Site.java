package io.belay.five.loopback;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/** Answers over HTTP at a free port of the loopback address, with TLS or without. */
public final class Site implements Closeable {
    private static final int WAITING = 256;

    private final HttpServer http;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    private Site(HttpServer http, Desk desk) {
        this.http = http;
        http.createContext("/", exchange -> handle(exchange, desk));
        http.setExecutor(threads);
        http.start();
    }

    /** Opens one without TLS. */
    public static Site plain(Desk desk) {
        try {
            return new Site(HttpServer.create(free(), WAITING), desk);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Opens one that presents what {@code tls} holds. */
    public static Site secure(SSLContext tls, Desk desk) {
        try {
            var https = HttpsServer.create(free(), WAITING);
            https.setHttpsConfigurator(new HttpsConfigurator(tls));
            return new Site(https, desk);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static InetSocketAddress free() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** The port it answers at. */
    public int port() {
        return http.getAddress().getPort();
    }

    /** Where it answers, without TLS. */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    private static void handle(HttpExchange exchange, Desk desk) throws IOException {
        try (exchange) {
            var headers = new HashMap<String, String>();
            exchange.getRequestHeaders()
                    .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var reply = answer(desk, new Call(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body));
            reply.headers().forEach(exchange.getResponseHeaders()::set);
            var bytes = reply.body().getBytes(UTF_8);
            var empty = bytes.length == 0 || exchange.getRequestMethod().equals("HEAD");
            exchange.sendResponseHeaders(reply.status(), empty ? -1 : bytes.length);
            if (!empty) {
                exchange.getResponseBody().write(bytes);
            }
        }
    }

    private static Reply answer(Desk desk, Call call) {
        try {
            return desk.answer(call);
        } catch (SQLException refused) {
            var why = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
            return Reply.json(500, Map.of("error", why));
        }
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }
}
