package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Lambda's Runtime API, as its documentation says it (version 2018-06-01), on the loopback. Safe for use by many threads. */
public final class RuntimeApi implements AutoCloseable {
    private static final String ROOT = "/2018-06-01/runtime/";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Invocation> waiting = new LinkedBlockingQueue<>();
    private final Map<String, CompletableFuture<Outcome>> outcomes = new ConcurrentHashMap<>();
    private final AtomicInteger count = new AtomicInteger();

    /**
     * Starts to listen on a free port.
     *
     * @throws IOException where it cannot listen
     */
    public RuntimeApi() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
        server.setExecutor(threads);
        server.createContext(ROOT + "invocation/next", this::next);
        server.createContext(ROOT, this::done);
        server.start();
    }

    /** What {@code AWS_LAMBDA_RUNTIME_API} is to be: host and port. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** What comes of invoking with {@code event}, which the function is told to answer within {@code limit}. */
    public CompletableFuture<Outcome> invoke(String event, Duration limit) {
        var id = "00000000-0000-4000-8000-%012d".formatted(count.incrementAndGet());
        var outcome = new CompletableFuture<Outcome>();
        outcomes.put(id, outcome);
        waiting.add(new Invocation(id, event, Instant.now().plus(limit)));
        return outcome;
    }

    private void next(HttpExchange exchange) throws IOException {
        try (exchange) {
            var invocation = waiting.poll(2, TimeUnit.MINUTES);
            if (invocation == null) {
                return;
            }
            var headers = exchange.getResponseHeaders();
            headers.set("Lambda-Runtime-Aws-Request-Id", invocation.id());
            headers.set(
                    "Lambda-Runtime-Deadline-Ms",
                    Long.toString(invocation.deadline().toEpochMilli()));
            headers.set("Lambda-Runtime-Invoked-Function-Arn", "arn:aws:lambda:us-east-1:123456789012:function:health");
            headers.set("Lambda-Runtime-Trace-Id", "Root=1-5bef4de7-ad49b0e87f6ef6c87fc2e700;Sampled=0");
            // Without it the client's native part crashes.
            headers.set("Content-Type", "application/json");
            var body = invocation.event().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@code invocation/ID/response}, {@code invocation/ID/error} or {@code init/error}. */
    private void done(HttpExchange exchange) throws IOException {
        try (exchange) {
            var parts =
                    exchange.getRequestURI().getPath().substring(ROOT.length()).split("/", -1);
            var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            var outcome = new Outcome(parts[parts.length - 1], body);
            if (parts[0].equals("init")) {
                outcomes.values().forEach(each -> each.complete(outcome));
            } else {
                Objects.requireNonNull(outcomes.get(parts[1]), "no such invocation")
                        .complete(outcome);
            }
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            var accepted = "{\"status\":\"OK\"}".getBytes(UTF_8);
            exchange.sendResponseHeaders(202, accepted.length);
            exchange.getResponseBody().write(accepted);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }

    private record Invocation(String id, String event, Instant deadline) {}

    /**
     * What became of an invocation.
     *
     * @param way {@code response} or {@code error}
     * @param body what was answered
     */
    public record Outcome(String way, String body) {}
}
