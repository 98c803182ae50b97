package io.belay.demo.harbor;

import java.util.Map;

/**
 * What harbor answers.
 *
 * @param status the status code
 * @param type the content type
 * @param headers any other header
 * @param body what is sent
 */
record Reply(int status, String type, Map<String, String> headers, String body) {

    Reply {
        headers = Map.copyOf(headers);
    }

    static Reply json(int status, Object value) {
        return new Reply(status, "application/json", Map.of(), Json.text(value));
    }

    /** A refusal, and why. */
    static Reply refusal(int status, String why) {
        return json(status, Map.of("error", why));
    }

    static Reply text(String type, String text) {
        return new Reply(200, type + "; charset=utf-8", Map.of(), text);
    }

    static Reply nothing() {
        return new Reply(204, "application/json", Map.of(), "");
    }

    /** The same with one header more. */
    Reply with(String name, String value) {
        return new Reply(status, type, Map.of(name, value), body);
    }
}
