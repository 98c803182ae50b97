package io.belay.adapter.net.http;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One request.
 *
 * @param method such as {@code GET}
 * @param uri where to
 * @param headers what is sent with it
 * @param body what is sent in it, as UTF-8
 * @param version the newest HTTP to speak; empty for what the server chooses over TLS, and 1.1 without
 * @param trust whose certificates are believed
 * @param mostBody how much of the answer's body is kept, in bytes
 */
public record Ask(
        String method,
        URI uri,
        List<Header> headers,
        Optional<String> body,
        Optional<HttpClient.Version> version,
        Trust trust,
        long mostBody) {
    /** How much of a body is kept where nobody says more: 1 MB. */
    public static final long MOST_BODY = 1024 * 1024;

    public Ask {
        headers = List.copyOf(headers);
    }

    /** A GET. */
    public static Ask get(URI uri, Access access) {
        return new Ask("GET", uri, access.headers(), Optional.empty(), Optional.empty(), access.trust(), MOST_BODY);
    }

    /** A POST of JSON. */
    public static Ask post(URI uri, Access access, String json) {
        var headers = new ArrayList<>(access.headers());
        headers.add(new Header("Content-Type", "application/json"));
        return new Ask("POST", uri, headers, Optional.of(json), Optional.empty(), access.trust(), MOST_BODY);
    }

    HttpRequest request(Duration timeout) {
        var publisher = body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody);
        var builder = HttpRequest.newBuilder(uri).method(method, publisher).timeout(timeout);
        // Without TLS there is nothing to choose by: an Upgrade to h2c would only puzzle old servers.
        builder.version(version.orElse(
                "https".equalsIgnoreCase(uri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1));
        headers.forEach(header -> builder.header(header.name(), header.value()));
        return builder.build();
    }

    /** Neither query, headers nor body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + Urls.shown(uri);
    }
}
