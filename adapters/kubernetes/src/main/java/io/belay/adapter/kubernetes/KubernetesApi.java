package io.belay.adapter.kubernetes;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The few calls we make of a cluster, each sent once.
 *
 * <p>Over the JDK's client: the two published ones weigh 20 to 60 MB with what they bring and take a second or more to start,
 * for three calls. {@code HttpURLConnection}, which starts sooner, cannot send PATCH. HTTP/1.1, since in HTTP/2 the client
 * repeats by itself what a server says it has not seen; so it repeats a GET at the most.
 */
final class KubernetesApi {
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    /** More of a body is refused; a list is asked for in pages. */
    private static final long LARGEST = 16 << 20;

    private final ClusterSource source;
    private final AtomicReference<Optional<Session>> last = new AtomicReference<>(Optional.empty());

    KubernetesApi(ClusterSource source) {
        this.source = source;
    }

    private record Session(ClusterAccess access, HttpClient client) {}

    Json get(String path, Deadline deadline) throws InterruptedException {
        return send("GET", path, Optional.empty(), deadline);
    }

    /** A strategic merge patch; what it holds of {@code metadata.resourceVersion} is compared by the server. */
    Json patch(String path, Map<String, ?> patch, Deadline deadline) throws InterruptedException {
        return send("PATCH", path, Optional.of(Json.write(patch)), deadline);
    }

    private Json send(String method, String path, Optional<String> body, Deadline deadline)
            throws InterruptedException {
        var what = method + " " + path.replaceAll("\\?.*", "");
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, what + ": no time is left to ask"));
        }
        var within = deadline.within(ANSWER);
        var session = session(source.access(within));
        var request = HttpRequest.newBuilder(at(session.access().server(), path))
                .timeout(atLeastOne(within.remaining()))
                .header("Accept", "application/json")
                .header("User-Agent", "belay");
        token(session.access().login()).ifPresent(token -> request.header("Authorization", "Bearer " + token));
        body.ifPresentOrElse(
                text -> request.header("Content-Type", "application/strategic-merge-patch+json")
                        .method(method, BodyPublishers.ofString(text)),
                () -> request.method(method, BodyPublishers.noBody()));
        return answer(exchange(session.client(), request.build(), within, what), what);
    }

    private static HttpResponse<String> exchange(HttpClient client, HttpRequest request, Deadline deadline, String what)
            throws InterruptedException {
        var pending = client.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofString(), LARGEST));
        try {
            return pending.get(atLeastOne(deadline.remaining()).toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, what + ": no answer in time"), late);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof IOException broken) {
                throw new PortException(new Fault(kind(broken), what + ": " + words(broken)), broken);
            }
            throw new IllegalStateException(what, failure.getCause());
        } finally {
            // Closes the connection of what is still unanswered.
            pending.cancel(true);
        }
    }

    private static Json answer(HttpResponse<String> answer, String what) {
        if (answer.statusCode() == 200) {
            return Json.read(answer.body())
                    .orElseThrow(() -> new PortException(
                            new Fault(Fault.Kind.REJECTED, what + ": the answer is no JSON; is this an API server?")));
        }
        var retryAfter = answer.headers().firstValue("Retry-After").filter(each -> each.matches("\\d{1,6}"));
        var fault = Refusal.of(answer.statusCode(), answer.body(), retryAfter.orElse(""));
        throw new PortException(new Fault(fault.kind(), what + ": " + fault.message()));
    }

    /** The client of before, where the cluster is still asked in the same way. */
    private Session session(ClusterAccess access) {
        var before = last.get();
        if (before.isPresent() && before.get().access().equals(access)) {
            return before.get();
        }
        var client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT)
                .sslContext(Tls.of(access))
                .build();
        var made = new Session(access, client);
        last.getAndSet(Optional.of(made)).ifPresent(old -> old.client().shutdown());
        return made;
    }

    private static Optional<String> token(Login login) {
        var token = switch (login) {
            case Login.Token(var text) -> Optional.of(text.strip());
            case Login.TokenFile(var file) -> Optional.of(InCluster.text(file).strip());
            case Login.Certificate _ -> Optional.<String>empty();
        };
        // The client's own complaint would quote it.
        if (token.isPresent() && !token.get().matches("[\\x21-\\x7e]+")) {
            throw new PortException(new Fault(Fault.Kind.REJECTED, "the token is empty or holds what no header can"));
        }
        return token;
    }

    private static URI at(URI server, String path) {
        var root = server.toString();
        return URI.create((root.endsWith("/") ? root.substring(0, root.length() - 1) : root) + path);
    }

    private static Fault.Kind kind(IOException broken) {
        return broken instanceof HttpTimeoutException && !(broken.getCause() instanceof ConnectException)
                ? Fault.Kind.TIMED_OUT
                : Fault.Kind.UNREACHABLE;
    }

    private static String words(IOException broken) {
        return Optional.ofNullable(broken.getMessage())
                .orElseGet(() -> broken.getClass().getSimpleName());
    }

    private static Duration atLeastOne(Duration span) {
        return span.compareTo(Duration.ofMillis(1)) < 0 ? Duration.ofMillis(1) : span;
    }
}
