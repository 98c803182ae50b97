package io.belay.runtime.fc;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import io.belay.assembly.door.HttpReply;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Between the JDK's exchange and ours. */
final class Wire {
    private Wire() {}

    /** The headers by lower-case name, the first of each. */
    static Map<String, String> headers(HttpExchange exchange) {
        var headers = new HashMap<String, String>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
        return headers;
    }

    /** Whether the body is announced to be longer than FC sends. */
    static boolean tooLong(Map<String, String> headers) {
        var length = headers.getOrDefault("content-length", "0");
        return !length.matches("\\d{1,18}") || Long.parseLong(length) > FcServer.LARGEST;
    }

    /**
     * Sends {@code reply}. FC counts every call as a success unless {@code x-fc-status} says otherwise; a verdict of FAIL
     * is a success.
     */
    static void send(HttpExchange exchange, HttpReply reply) throws IOException {
        var headers = exchange.getResponseHeaders();
        reply.headers().forEach(headers::set);
        headers.set("x-fc-status", reply.failed() ? "404" : "200");
        var body = reply.body().getBytes(UTF_8);
        // To the JDK -1 is no body, and 0 a body of unknown length.
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
            // Before what is left of the request's body is read: its sender may be waiting for the answer.
            exchange.getResponseBody().flush();
        }
    }
}
