package io.belay.adapter.net.http;

import io.belay.core.Deadline;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How far a target may send a probe on. It is a stranger who chooses the next address, so:
 *
 * <ul>
 *   <li>http may become https; https becomes http only where {@code otherScheme} says so, and nothing becomes a third scheme;
 *   <li>a host other than the one in the file must not be a private address unless {@code privateHost} says so, and never a
 *       link-local one, where clouds keep credentials;
 *   <li>another origin gets none of the file's headers but Accept, Accept-Language and User-Agent, and no body.
 * </ul>
 *
 * <p>The host is looked up here and again by the client; in between, the JDK's cache of 30 s answers with the same address.
 *
 * @param most how many hops; none is followed where it is 0
 * @param privateHost whether another host may be a private address
 * @param otherScheme whether https may become http
 */
record Redirects(int most, boolean privateHost, boolean otherScheme) {
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");

    /** The last answer, and how many hops led to it. */
    record End(Answer answer, int hops) {}

    End follow(Clients clients, Ask first, Deadline deadline) throws NoAnswer, InterruptedException {
        var ask = first;
        var seen = new HashSet<String>();
        for (int hops = 0; ; hops++) {
            seen.add(ask.method() + " " + ask.uri());
            var answer = clients.send(ask, deadline);
            if (most == 0 || !answer.redirects()) {
                return new End(answer, hops);
            }
            if (hops == most) {
                throw NoAnswer.refused(
                        "redirected more than " + most + " times, last to " + Urls.shown(target(answer)));
            }
            ask = next(first.uri(), ask, answer, deadline);
            if (seen.contains(ask.method() + " " + ask.uri())) {
                throw NoAnswer.refused("redirected in a circle, back to " + Urls.shown(ask.uri()));
            }
        }
    }

    private Ask next(URI named, Ask ask, Answer answer, Deadline deadline) throws NoAnswer, InterruptedException {
        var to = target(answer);
        allowScheme(ask.uri(), to);
        allowHost(named, to, deadline);
        var keepsMethod = answer.status() == 307
                || answer.status() == 308
                || ask.method().equals("GET")
                || ask.method().equals("HEAD");
        var body = keepsMethod ? ask.body() : Optional.<String>empty();
        if (sameOrigin(ask.uri(), to)) {
            return new Ask(
                    keepsMethod ? ask.method() : "GET",
                    to,
                    keepsMethod ? ask.headers() : without(ask.headers(), "Content-Type"),
                    body,
                    ask.version(),
                    ask.trust(),
                    ask.mostBody());
        }
        if (body.isPresent()) {
            throw NoAnswer.refused(
                    "redirected with its body to another origin, " + Urls.shown(to) + ": that is not done");
        }
        var harmless = ask.headers().stream()
                .filter(header -> HARMLESS.contains(header.name().toLowerCase(Locale.ROOT)))
                .toList();
        return new Ask(
                keepsMethod ? ask.method() : "GET", to, harmless, body, ask.version(), ask.trust(), ask.mostBody());
    }

    private void allowScheme(URI from, URI to) throws NoAnswer {
        var scheme = Urls.scheme(to);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw NoAnswer.refused("redirected to " + Urls.shown(to) + ": neither http nor https");
        }
        if (Urls.scheme(from).equals("https") && scheme.equals("http") && !otherScheme) {
            throw NoAnswer.refused(
                    "redirected from https to " + Urls.shown(to) + ": redirect-to: other-scheme would allow it");
        }
    }

    private void allowHost(URI named, URI to, Deadline deadline) throws NoAnswer, InterruptedException {
        if (sameOrigin(named, to)) {
            return;
        }
        var addresses = Lookup.of(to, deadline);
        if (addresses.stream().anyMatch(PrivateAddresses::isMetadata)) {
            throw NoAnswer.refused("redirected to " + Urls.shown(to) + ": a link-local or metadata address");
        }
        if (!privateHost && addresses.stream().anyMatch(PrivateAddresses::isPrivate)) {
            throw NoAnswer.refused(
                    "redirected to " + Urls.shown(to) + ": a private address; redirect-to: private would allow it");
        }
    }

    /** The same host and port; or the same host where plain http goes over to https, both at their usual ports. */
    private static boolean sameOrigin(URI from, URI to) {
        if (!from.getHost().equalsIgnoreCase(to.getHost())) {
            return false;
        }
        if (Urls.scheme(from).equals(Urls.scheme(to))) {
            return Urls.port(from) == Urls.port(to);
        }
        return Urls.scheme(to).equals("https") && Urls.port(from) == 80 && Urls.port(to) == 443;
    }

    private static URI target(Answer answer) throws NoAnswer {
        var location = answer.headers().firstValue("Location").orElse("").strip();
        try {
            var to = Urls.withoutFragment(answer.uri().resolve(location));
            var web = Stream.of("http", "https").anyMatch(Urls.scheme(to)::equals);
            if (to.getRawUserInfo() == null && (to.getHost() != null || !web)) {
                return to;
            }
        } catch (IllegalArgumentException _) {
            // Said below: the location itself may hold anything.
        }
        throw NoAnswer.refused("redirected to what is no URL of a host");
    }

    private static List<Header> without(List<Header> headers, String name) {
        return headers.stream().filter(header -> !header.is(name)).toList();
    }
}
