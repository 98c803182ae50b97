package io.belay.adapter.net.http;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import io.belay.core.Deadline;
import io.belay.core.trust.FirstHandshake;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.net.ssl.SSLContext;

/**
 * The HTTP clients of a process: one for each {@link Trust}, made on first use and shared by all probes, so that connections
 * are kept alive between samples. Safe for any number of threads.
 */
public final class Clients {
    /**
     * A client that rested longer is replaced. A function's instance may be frozen between two calls: the connections it held
     * are dead then, and a POST sent on one is lost. Shorter than the 60 s after which common load balancers hang up.
     */
    private static final Duration LONGEST_REST = Duration.ofSeconds(20);

    /** The client's own timer tells connecting from waiting, so it is given this long to speak first. */
    private static final Duration GRACE = Duration.ofMillis(40);

    static {
        // To ask one machine behind a load balancer, a health check must say for which host; the JDK forbids it by
        // default.
        if (System.getProperty("jdk.httpclient.allowRestrictedHeaders") == null) {
            System.setProperty("jdk.httpclient.allowRestrictedHeaders", "host");
        }
    }

    private final Map<Trust, Held> held = new ConcurrentHashMap<>();
    private final Map<Trust, SSLContext> contexts = new ConcurrentHashMap<>();
    private final InstantSource time;

    /** Clients that know the time by the system's clock. */
    public Clients() {
        this(InstantSource.system());
    }

    Clients(InstantSource time) {
        this.time = time;
    }

    private record Held(HttpClient client, Instant used) {}

    /** The client for {@code trust}, made where there is none. */
    public HttpClient to(Trust trust) {
        var now = time.instant();
        return held.compute(trust, (_, known) -> {
                    if (known == null) {
                        return new Held(made(trust), now);
                    }
                    if (Duration.between(known.used(), now).compareTo(LONGEST_REST) <= 0) {
                        return new Held(known.client(), now);
                    }
                    known.client().shutdown();
                    return new Held(made(trust), now);
                })
                .client();
    }

    /** Makes what {@code ask} needs and is not there yet, so that its making does not count as the target's latency. */
    HttpClient ready(Ask ask) {
        if (Urls.scheme(ask.uri()).equals("https")) {
            FirstHandshake.begin();
        }
        return to(ask.trust());
    }

    /** A client of one's own, for who must be able to break off alone: the caller shuts it down. */
    public HttpClient alone(Trust trust) {
        return made(trust);
    }

    /**
     * Asks once, following no redirect.
     *
     * @throws NoAnswer where none came by {@code deadline}, or none at all
     * @throws InterruptedException when called off; the connection is closed then
     */
    public Answer send(Ask ask, Deadline deadline) throws NoAnswer, InterruptedException {
        var left = deadline.remaining();
        if (!left.isPositive()) {
            throw NoAnswer.silent("a turn: no time was left to ask");
        }
        var begun = new AtomicBoolean();
        var client = ready(ask);
        var sent = client.sendAsync(ask.request(left), head -> {
            begun.set(true);
            return new Kept(ask.mostBody());
        });
        try {
            return answer(ask, sent.get(left.plus(GRACE).toNanos(), NANOSECONDS));
        } catch (TimeoutException _) {
            sent.cancel(true);
            throw NoAnswer.silent(begun.get() ? "the rest of the response" : "the response");
        } catch (InterruptedException calledOff) {
            sent.cancel(true);
            throw calledOff;
        } catch (ExecutionException exception) {
            if (Reasons.isMalformed(exception)) {
                retire(ask.trust(), client);
            }
            throw Reasons.of(exception.getCause());
        }
    }

    private static Answer answer(Ask ask, HttpResponse<byte[]> response) {
        return new Answer(
                ask.uri(),
                response.statusCode(),
                response.headers(),
                Decoding.of(response.body(), ask.mostBody(), response.headers()),
                response.version());
    }

    /** The JDK leaves a connection open whose answer it could not parse, until its client ends: so this one does. */
    private void retire(Trust trust, HttpClient client) {
        held.computeIfPresent(trust, (_, known) -> known.client().equals(client) ? null : known);
        client.shutdown();
    }

    private HttpClient made(Trust trust) {
        return HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .sslContext(contexts.computeIfAbsent(trust, TrustContext::of))
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }
}
