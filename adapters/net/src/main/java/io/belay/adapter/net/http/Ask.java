package io.belay.adapter.net.http;

import io.belay.core.Fault;
import io.belay.core.PortException;
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

    /** A request without a body. */
    static Ask of(String method, URI uri, Access access, long mostBody) {
        return new Ask(method, uri, access.headers(), Optional.empty(), Optional.empty(), access.trust(), mostBody);
    }

    Ask withJson(String json) {
        var more = new ArrayList<>(headers);
        more.add(new Header("Content-Type", "application/json"));
        return new Ask(method, uri, more, Optional.of(json), version, trust, mostBody);
    }

    HttpRequest request(Duration timeout) {
        var publisher = body.map(HttpRequest.BodyPublishers::ofString).orElseGet(HttpRequest.BodyPublishers::noBody);
        var builder = HttpRequest.newBuilder(uri).method(method, publisher).timeout(timeout);
        // Without TLS there is nothing to choose by: an Upgrade to h2c would only puzzle old servers.
        builder.version(version.orElse(
                "https".equalsIgnoreCase(uri.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1));
        if (headers.stream().noneMatch(header -> header.is("User-Agent"))) {
            builder.header("User-Agent", "belay");
        }
        try {
            headers.forEach(header -> builder.header(header.name(), header.value()));
        } catch (IllegalArgumentException exception) {
            // The JDK's own list of forbidden headers, where a system property made it longer than Header knows.
            throw new PortException(new Fault(Fault.Kind.REJECTED, String.valueOf(exception.getMessage())), exception);
        }
        return builder.build();
    }

    /** Neither query, headers nor body, which may hold secrets. */
    @Override
    public String toString() {
        return method + " " + Urls.shown(uri);
    }
}
