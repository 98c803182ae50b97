package io.belay.adapter.net.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.util.Optional;

/**
 * What came back.
 *
 * @param uri whose answer it is
 * @param status such as 200
 * @param headers as sent
 * @param body as far as it was kept
 * @param version the HTTP that was spoken
 */
public record Answer(URI uri, int status, HttpHeaders headers, Body body, HttpClient.Version version) {
    /** The values of the header {@code name}, joined as RFC 9110 5.2 joins them; empty where it was not sent. */
    public Optional<String> header(String name) {
        var values = headers.allValues(name);
        return values.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", values));
    }

    /** Whether it sends on to another place. */
    boolean redirects() {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> headers.firstValue("Location").isPresent();
            default -> false;
        };
    }
}
