package io.belay.runtime.fc.http;

import static java.util.Objects.requireNonNull;

import java.util.Map;

/**
 * An answer. {@code date}, {@code content-length} and {@code connection} are the server's to say, but that {@code connection} may
 * be {@code close}.
 *
 * @param status from 200 to 599
 * @param headers by lower-case name, none of which holds a control character
 * @param body sent as UTF-8
 */
public record Reply(int status, Map<String, String> headers, String body) {
    public Reply {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("status: found " + status + "; 200 to 599 is meant");
        }
        headers = Map.copyOf(headers);
        for (var header : headers.entrySet()) {
            if (!Chars.token(header.getKey()) || !Chars.value(header.getValue())) {
                // Neither is said: a value may be a caller's.
                throw new IllegalArgumentException("a header's name or value holds what would begin another");
            }
        }
        requireNonNull(body, "body");
    }

    /** Whether it asks that its connection be closed. */
    boolean closes() {
        return Fields.lists(headers.getOrDefault("connection", ""), "close");
    }
}
