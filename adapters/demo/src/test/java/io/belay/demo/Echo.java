package io.belay.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A server that tells everything it gets, as it came and decoded, in its headers, its cookies and its body. */
final class Echo implements AutoCloseable {

    private final HttpServer server;
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    Echo() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    /** All that it was told. */
    String heard() {
        return String.join("\n", heard);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var target = exchange.getRequestURI().toString();
            var said = new StringBuilder(exchange.getRequestMethod() + " " + target + "\n" + decoded(target) + "\n");
            exchange.getRequestHeaders().forEach((name, values) -> said.append(name + ": " + values + "\n"));
            var basic = exchange.getRequestHeaders().getFirst("Authorization");
            if (basic != null && basic.startsWith("Basic ")) {
                said.append(new String(Base64.getDecoder().decode(basic.substring(6)), UTF_8))
                        .append('\n');
            }
            said.append(body).append('\n').append(decoded(body));
            heard.add(said.toString());
            var headers = exchange.getResponseHeaders();
            headers.add("X-Echo", target);
            headers.add("Set-Cookie", "echo=" + target);
            exchange.getRequestHeaders()
                    .getOrDefault("X-Token", List.of())
                    .forEach(token -> headers.add("X-Token", token));
            var redirected = exchange.getRequestURI().getPath().startsWith("/away");
            if (redirected) {
                headers.add(
                        "Location", "/landed?from=" + exchange.getRequestURI().getRawQuery());
            }
            var json = exchange.getRequestURI().getPath().startsWith("/json");
            var answer = (json ? body : said.toString()).getBytes(UTF_8);
            exchange.sendResponseHeaders(redirected ? 302 : 200, answer.length);
            exchange.getResponseBody().write(answer);
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
