package io.belay.five.loopback;

import java.util.HashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** What is answered. */
public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
        headers = Map.copyOf(headers);
    }

    /** {@code value} as JSON. */
    public static Reply json(int status, Object value) {
        return new Reply(
                status,
                Map.of("Content-Type", "application/json"),
                JsonMapper.shared().writeValueAsString(value));
    }

    /** A page. */
    public static Reply page(String html) {
        return new Reply(200, Map.of("Content-Type", "text/html; charset=utf-8"), html);
    }

    /** A status alone. */
    public static Reply status(int status) {
        return new Reply(status, Map.of(), "");
    }

    /** The same with one header more. */
    public Reply with(String name, String value) {
        var more = new HashMap<>(headers);
        more.put(name, value);
        return new Reply(status, more, body);
    }
}
