package io.belay.runtime.fc;

import static io.belay.adapter.deliveries.DeliveryShape.ALERTMANAGER;
import static io.belay.adapter.deliveries.DeliveryShape.CLOUDMONITOR_CALLBACK;
import static java.util.Objects.requireNonNull;

import io.belay.assembly.Bundle;
import io.belay.assembly.Fleet;
import io.belay.assembly.door.Bell;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.HttpDoor;
import io.belay.assembly.door.Onward;
import io.belay.runtime.fc.http.Calls;
import io.belay.runtime.fc.http.HttpServer;
import io.belay.runtime.fc.http.Limits;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The server that FC's custom runtime and custom container talk to: it must accept on its port within 120 s of the
 * start, on every address, and never close a connection that FC may use again.
 *
 * <p>FC keeps its connections to an instance. Where the server closes an idle one, FC does not repeat a POST and its caller gets
 * 502 "Process exited unexpectedly before completing request"; FC asks for a server that keeps them for 15 minutes at least and a
 * request time-out of 24 hours (Function Compute documentation, custom runtime and its questions and answers). {@link HttpServer}
 * keeps them for good, and waits for an answer as long as it takes.
 */
public final class FcServer implements AutoCloseable {
    /** The largest body FC sends, in bytes: 32 MB (Function Compute documentation, limits). */
    public static final long LARGEST = 32L * 1024 * 1024;

    /** How long running calls may take to finish once the instance is to end; FC gives {@code /pre-stop} 90 s at most. */
    static final Duration GRACE = Duration.ofSeconds(80);

    private final HttpServer server;
    private final ExecutorService threads;
    private final Calls calls;

    private FcServer(HttpServer server, ExecutorService threads, Calls calls) {
        this.server = server;
        this.threads = threads;
        this.calls = calls;
    }

    /**
     * Starts to listen. The door is opened by the first call that needs it, or by FC's initialiser.
     *
     * @param at where; FC reaches nothing but {@code 0.0.0.0}
     * @param doorway the door behind it
     * @param function which function {@code /invoke} runs
     * @param otherwise a call's time limit where FC names none; empty for the system file's own
     * @param time what tells the time
     * @throws IOException where the port is taken
     */
    public static FcServer start(
            InetSocketAddress at, Doorway doorway, String function, Optional<Duration> otherwise, InstantSource time)
            throws IOException {
        return start(at, doorway, Deployment.of(function, otherwise), time);
    }

    /**
     * The same, as it is deployed.
     *
     * @throws IOException where the port is taken
     */
    public static FcServer start(InetSocketAddress at, Doorway doorway, Deployment deployment, InstantSource time)
            throws IOException {
        requireNonNull(doorway, "doorway");
        var function = deployment.function();
        var limit = new TimeLimit(deployment.otherwise(), time);
        var calls = new Calls();
        var handler = new FunctionHandler(function, doorway, limit, calls, deployment.self());
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        var controls = new Controls(handler, handler, handler, doorway);
        var pages = pages(doorway, deployment, new InProcess(handler, threads, calls));
        var door = new FcExchange(controls, pages, doorway, limit, calls, deployment);
        return new FcServer(HttpServer.start(at, door, Limits.of(LARGEST), time, threads), threads, calls);
    }

    private static HttpDoor pages(Doorway doorway, Deployment deployment, Onward here) {
        var shown = new HashSet<>(Bundle.READING);
        shown.add(Fleet.SYSTEMS);
        shown.addAll(deployment.changing());
        var pages = new HttpDoor(doorway, shown)
                .guarded(deployment.tokens())
                .with(deployment.function(), deployment.later());
        return Bundle.RUNG.contains(deployment.function())
                ? pages.with(
                        new Bell(doorway, deployment.function(), Set.of(ALERTMANAGER, CLOUDMONITOR_CALLBACK)),
                        deployment.onward().or(() -> Optional.of(here)))
                : pages;
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return server.address();
    }

    /** Takes no new call and ends idle connections, lets running calls finish within a bound, then ends. */
    @Override
    public void close() {
        var until = System.nanoTime() + GRACE.toNanos();
        server.close(GRACE);
        // What nobody waits for may still run.
        calls.awaitEnd(Duration.ofNanos(until - System.nanoTime()));
        threads.shutdownNow();
    }
}
