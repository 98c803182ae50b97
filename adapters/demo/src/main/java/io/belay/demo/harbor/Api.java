package io.belay.demo.harbor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpsExchange;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/** Hands each call to its route, and sends the reply with the headers that every reply bears. */
final class Api implements HttpHandler {

    private static final int LARGEST_BODY = 64 * 1024;
    private static final Pattern SAFE_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    private final List<Route> routes;
    private final Traffic traffic;

    Api(List<Route> routes, Traffic traffic) {
        this.routes = List.copyOf(routes);
        this.traffic = traffic;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        var began = System.nanoTime();
        try (exchange) {
            var body = exchange.getRequestBody().readNBytes(LARGEST_BODY + 1);
            var call = new Call(
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().getPath(),
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization")),
                    new String(body, UTF_8));
            var reply = body.length > LARGEST_BODY ? Reply.refusal(413, "that is too much") : answer(call);
            var took = Duration.ofNanos(System.nanoTime() - began);
            traffic.count(METHODS.contains(call.method()) ? call.method() : "other", label(call), reply.status(), took);
            send(exchange, reply);
        }
    }

    private Reply answer(Call call) {
        var here = routes.stream().filter(route -> route.leadsTo(call.path())).toList();
        if (here.isEmpty()) {
            return Reply.refusal(404, "nothing here");
        }
        var chosen = here.stream()
                .filter(route -> route.method().equals(call.method()))
                .findFirst();
        if (chosen.isEmpty()) {
            var allowed = here.stream().map(Route::method).collect(joining(", "));
            return Reply.refusal(405, "only " + allowed + " here").with("Allow", allowed);
        }
        try {
            return chosen.get().endpoint().answer(call);
        } catch (SQLException cause) {
            // The first line alone: what follows it are hints for whoever wrote the statement.
            var why = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
            return Reply.refusal(500, "the database refused: " + why);
        }
    }

    private String label(Call call) {
        return routes.stream()
                .filter(route -> route.leadsTo(call.path()))
                .map(Route::label)
                .findFirst()
                .orElse("other");
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        headers.set("Content-Type", reply.type());
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'");
        headers.set("Cache-Control", "no-store");
        headers.set("X-Request-Id", requestId(exchange));
        if (exchange instanceof HttpsExchange) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        reply.headers().forEach(headers::set);
        var body = reply.body().getBytes(UTF_8);
        var empty = body.length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(reply.status(), empty ? -1 : body.length);
        if (!empty) {
            exchange.getResponseBody().write(body);
        }
    }

    private static String requestId(HttpExchange exchange) {
        return Optional.ofNullable(exchange.getRequestHeaders().getFirst("X-Request-Id"))
                .filter(id -> SAFE_ID.matcher(id).matches())
                .orElseGet(() -> UUID.randomUUID().toString());
    }
}
