package io.belay.runtime.fc.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The server on a free port of the loopback, before a handler that says what it was asked, and to some paths does worse. */
final class Echo implements Handler, AutoCloseable {
    static final Limits.Sizes SIZES = new Limits.Sizes(1024, 16, 4096, 200_000);
    private static final Duration LONG = Duration.ofSeconds(60);

    /** In which no test waits for a time that is over. */
    static final Limits PATIENT =
            new Limits(SIZES, new Limits.Spans(LONG, LONG, LONG, LONG, Duration.ofMillis(500)), 64);

    /** What the test lets {@code /wait} go on with. */
    final CountDownLatch go = new CountDownLatch(1);
    /** That {@code /wait} was entered. */
    final CountDownLatch entered = new CountDownLatch(1);

    final List<Throwable> bugs = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;

    Echo(Limits limits) throws IOException {
        var at = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        server = HttpServer.start(at, this, limits, InstantSource.fixed(Instant.ofEpochSecond(784_111_777)), threads);
    }

    /** For a test's field. */
    static Echo patient() {
        try {
            return new Echo(PATIENT);
        } catch (IOException taken) {
            throw new UncheckedIOException(taken);
        }
    }

    @Override
    public void handle(Exchange exchange) throws IOException {
        switch (exchange.path()) {
            case "/unread" -> exchange.send(said("unread"));
            case "/some" -> exchange.send(said(text(exchange.body().readNBytes(3))));
            case "/large" -> exchange.send(said("x".repeat(64 * 1024 * 1024)));
            case "/throws" -> throw new IllegalStateException("a bug");
            case "/nothing" -> exchange.body().readAllBytes();
            case "/twice" -> {
                exchange.send(said("once"));
                exchange.send(said("twice"));
            }
            case "/split" -> exchange.send(new Reply(200, Map.of("x", exchange.query() + "\r\ny: z"), ""));
            case "/close" -> exchange.send(new Reply(200, Map.of("connection", "close"), "closed"));
            case "/bare" -> exchange.send(new Reply(204, Map.of(), ""));
            case "/wait" -> {
                entered.countDown();
                await(go);
                exchange.send(said("waited"));
            }
            default ->
                exchange.send(said(exchange.method() + " " + exchange.path() + " [" + exchange.query() + "] "
                        + text(exchange.body().readAllBytes())));
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException called) {
            throw new IOException(called);
        }
    }

    private static String text(byte[] bytes) {
        return new String(bytes, ISO_8859_1);
    }

    private static Reply said(String body) {
        return new Reply(200, Map.of("content-type", "text/plain"), body);
    }

    @Override
    public Reply refusal(Refused why) {
        return new Reply(why.status(), Map.of(), why.place() + ": " + why.getMessage());
    }

    @Override
    public Reply bug(Throwable thrown) {
        bugs.add(thrown);
        return new Reply(500, Map.of(), "bug");
    }

    Sockets open() throws IOException {
        return new Sockets(port());
    }

    /** All that comes back to {@code request}, until the server closes. */
    String once(String request) throws IOException {
        return Sockets.once(port(), request);
    }

    int port() {
        return server.address().getPort();
    }

    void close(Duration grace) {
        server.close(grace);
    }

    @Override
    public void close() {
        go.countDown();
        server.close(Duration.ofSeconds(10));
        threads.close();
    }
}
