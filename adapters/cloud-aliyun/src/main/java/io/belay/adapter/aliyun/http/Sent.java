package io.belay.adapter.aliyun.http;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.Map;

/**
 * A request as it goes out.
 *
 * @param headers by name; never shown, since one of them is the signature and another the token
 * @param body empty where there is none
 */
public record Sent(String method, URI uri, Map<String, String> headers, String body) {
    public Sent {
        requireNonNull(method, "method");
        requireNonNull(uri, "uri");
        headers = Map.copyOf(headers);
        requireNonNull(body, "body");
    }

    /** Neither the query nor a header: secrets travel in both. */
    @Override
    public String toString() {
        return method + " " + uri.getScheme() + "://" + uri.getRawAuthority() + uri.getRawPath();
    }
}
