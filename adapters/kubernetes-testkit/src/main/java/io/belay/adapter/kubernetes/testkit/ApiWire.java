package io.belay.adapter.kubernetes.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** How an API server is asked, and how it says what it says. */
final class ApiWire {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String PATCH = "application/strategic-merge-patch+json";

    private ApiWire() {}

    @SuppressWarnings("unchecked")
    static Map<String, @Nullable Object> patch(HttpExchange exchange, String body) {
        if (!PATCH.equals(exchange.getRequestHeaders().getFirst("Content-Type"))) {
            throw new Refused(415, "UnsupportedMediaType", "the body of the request was in an unknown format");
        }
        try {
            return JSON.readValue(body, Map.class);
        } catch (JacksonException wrong) {
            throw new Refused(400, "BadRequest", "error decoding patch: " + wrong.getOriginalMessage());
        }
    }

    static Map<String, String> query(HttpExchange exchange) {
        var query = new LinkedHashMap<String, String>();
        var raw = exchange.getRequestURI().getRawQuery();
        for (var pair : (raw == null ? "" : raw).split("&", -1)) {
            var words = pair.split("=", 2);
            query.put(words[0], words.length == 2 ? URLDecoder.decode(words[1], UTF_8) : "");
        }
        return query;
    }

    static Map<String, Object> status(Refused refused) {
        return Map.of(
                "kind",
                "Status",
                "apiVersion",
                "v1",
                "status",
                "Failure",
                "message",
                String.valueOf(refused.getMessage()),
                "reason",
                refused.reason(),
                "code",
                refused.code());
    }

    static void refuse(HttpExchange exchange, Refused refused) throws IOException {
        say(exchange, refused.code(), status(refused));
    }

    static void say(HttpExchange exchange, int status, Object answer) throws IOException {
        send(exchange, status, JSON.writeValueAsBytes(answer));
    }

    static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }
}
