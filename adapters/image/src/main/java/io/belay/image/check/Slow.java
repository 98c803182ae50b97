package io.belay.image.check;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server on loopback that answers when it is let, and the system file that has health ask it. */
final class Slow implements AutoCloseable {
    private static final String MOUNTED = "/etc/belay/slow.yaml";

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch let = new CountDownLatch(1);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Path file;

    /** @param here what this machine's loopback is called in a container */
    Slow(String here) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::answer);
        server.start();
        file = Files.writeString(Files.createTempFile("belay-slow", ".yaml"), """
                system: slow
                environment: here
                health:
                  checks:
                    - name: answers at last
                      http: { url: "http://%s:%d/", expect: { status: 200, within: 20s } }
                """.formatted(
                        here, server.getAddress().getPort()));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.countDown();
            let.await();
            exchange.sendResponseHeaders(200, -1);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** The options by which a container has the system file. */
    List<String> options() {
        return List.of("-v", file + ":" + MOUNTED + ":ro", "-e", "BELAY_SYSTEM_FILE=" + MOUNTED);
    }

    /** A call that is under way when this returns. */
    <T> Future<T> whileCalled(Callable<T> call) throws IOException, InterruptedException {
        var under = threads.submit(call);
        if (!asked.await(1, TimeUnit.MINUTES)) {
            throw new IOException("health did not ask within a minute");
        }
        return under;
    }

    /** Lets it answer, and what became of the call. */
    <T> T release(Future<T> call) throws IOException, InterruptedException {
        let.countDown();
        try {
            return call.get(1, TimeUnit.MINUTES);
        } catch (ExecutionException | TimeoutException unanswered) {
            throw new IOException("a call was cut short", unanswered);
        }
    }

    @Override
    public void close() throws IOException {
        let.countDown();
        server.stop(0);
        threads.shutdownNow();
        Files.delete(file);
    }
}
