package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * A call over HTTP, whichever platform brought it.
 *
 * @param method in capitals
 * @param path without query, as sent
 * @param query as sent, without its question mark; empty for none
 * @param headers by lower-case name
 * @param body read at most once, and no further than needed
 * @param platform the platform's own request id
 * @param caller who calls, where that is sure
 * @param deadline when the answer must be there
 */
public record HttpCall(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        InputStream body,
        Optional<String> platform,
        Optional<Caller> caller,
        Deadline deadline) {
    public HttpCall {
        requireNonNull(method, "method");
        requireNonNull(path, "path");
        requireNonNull(query, "query");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
        requireNonNull(platform, "platform");
        requireNonNull(caller, "caller");
        requireNonNull(deadline, "deadline");
    }

    /** The same, made by {@code other}. */
    HttpCall by(Caller other) {
        return new HttpCall(method, path, query, headers, body, platform, Optional.of(other), deadline);
    }

    /** Without path, query, headers and body: each may hold a credential. */
    @Override
    public String toString() {
        return "HttpCall[" + method + "]";
    }
}
