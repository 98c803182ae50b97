package io.belay.bench;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/**
 * How many calls a second one instance of Function Compute's door answers, beside a bare HTTP server of the JDK that says as many
 * bytes after as long and does nothing else. Both have virtual threads, the same settings, and the same callers in turn.
 */
final class Throughput {
    private static final int CALLERS = 16;
    private static final int ROUNDS = 7;
    private static final Duration WAIT = Duration.ofMillis(20);
    private static final Duration TURN = Duration.ofMillis(1_500);
    private static final byte[] HEALTH = Caller.post("/invoke", "{}");
    private static final byte[] LIVE = Caller.get("/health/live");

    private Throughput() {}

    static List<Row> rows(Promise promise) throws Exception {
        return List.of(
                row("calls a second of the FC door itself, over a bare server's", LIVE, Duration.ZERO, promise),
                row("  of health with ten checks of 20 ms, over a server that waits", HEALTH, WAIT, promise),
                // What is beside it does nothing at all, so nothing is promised.
                row("  of health with ten checks that take no time", HEALTH, Duration.ZERO, Promise.noneOfMore()));
    }

    private static Row row(String name, byte[] request, Duration span, Promise promise) throws Exception {
        var ratios = new double[ROUNDS];
        try (var door = OpenDoor.of(span)) {
            var bare = bare(size(door.port(), request), span);
            try {
                var port = bare.getAddress().getPort();
                calls(door.port(), request);
                calls(port, request);
                for (int round = 0; round < ROUNDS; round++) {
                    var without = calls(port, request);
                    ratios[round] = (double) calls(door.port(), request) / without;
                }
            } finally {
                bare.stop(0);
            }
        }
        return Row.of(name, "x", ratios, promise);
    }

    private static int size(int port, byte[] request) throws IOException {
        try (var caller = new Caller(port)) {
            return caller.call(request);
        }
    }

    private static HttpServer bare(int size, Duration span) throws IOException {
        // As ours has it: without, a second packet may wait 40 ms for the acknowledgement of the first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        var answer = new byte[size];
        server.createContext("/", exchange -> {
            try (exchange) {
                exchange.getRequestBody().readAllBytes();
                Thread.sleep(span);
                exchange.sendResponseHeaders(200, size);
                exchange.getResponseBody().write(answer);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        return server;
    }

    /** How many calls are answered in one turn, each caller making the next once it has its answer. */
    private static long calls(int port, byte[] request) throws Exception {
        var until = System.nanoTime() + TURN.toNanos();
        var callers = new ArrayList<Callable<Long>>();
        for (int index = 0; index < CALLERS; index++) {
            callers.add(() -> {
                try (var caller = new Caller(port)) {
                    var answered = 0L;
                    while (System.nanoTime() < until) {
                        caller.call(request);
                        answered++;
                    }
                    return answered;
                }
            });
        }
        try (var threads = Executors.newFixedThreadPool(CALLERS)) {
            var answered = 0L;
            for (var each : threads.invokeAll(callers)) {
                answered += each.get();
            }
            return answered;
        }
    }
}
