package io.belay.bench;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Prometheus's blackbox_exporter, which answers one request with one probe: {@code /probe?target=}. */
record BlackboxExporter(Process process, int port, Path settings) implements AutoCloseable {
    private static final int TRIES = 200;

    /** Where it is installed. */
    static Optional<Path> program() {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .flatMap(folder -> Stream.of("prometheus-blackbox-exporter", "blackbox_exporter")
                        .map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static BlackboxExporter start(Path program) throws IOException, InterruptedException {
        var settings = Files.createTempFile("bench-blackbox-", ".yml");
        Files.writeString(settings, """
                modules:
                  http:
                    prober: http
                    timeout: %ds
                    http: { preferred_ip_protocol: ip4 }
                """.formatted(Beside.PATIENCE.toSeconds()));
        var port = free();
        var process = new ProcessBuilder(
                        program.toString(),
                        "--config.file=" + settings,
                        "--log.level=error",
                        "--web.listen-address=127.0.0.1:" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        var exporter = new BlackboxExporter(process, port, settings);
        exporter.awaitReady();
        return exporter;
    }

    private static int free() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int tries = 0; tries < TRIES; tries++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException notYet) {
                if (!process.isAlive()) {
                    throw notYet;
                }
                Thread.sleep(20);
            }
        }
        close();
        throw new IOException("blackbox_exporter does not listen");
    }

    /** How long it takes for all of {@code checks}, so many at once, in milliseconds. */
    double all(HttpChecks checks, int atOnce) throws Exception {
        var next = new AtomicInteger();
        Callable<Integer> worker = () -> {
            var passed = 0;
            for (var index = next.getAndIncrement(); index < checks.count(); index = next.getAndIncrement()) {
                passed += probe(checks.url(index)).contains("\nprobe_success 1") ? 1 : 0;
            }
            return passed;
        };
        var workers = new ArrayList<Callable<Integer>>();
        for (int index = 0; index < atOnce; index++) {
            workers.add(worker);
        }
        var began = System.nanoTime();
        var passed = 0;
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(workers)) {
                passed += each.get();
            }
        }
        var took = (System.nanoTime() - began) / 1e6;
        if (passed != checks.count()) {
            throw new IOException("blackbox_exporter says that " + passed + " of " + checks.count() + " passed");
        }
        return took;
    }

    /** By HTTP/1.0, whose answers end with the connection: as little work of ours as there can be. */
    private String probe(String target) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(Beside.PATIENCE.toMillis()));
            var asked = "GET /probe?module=http&target=" + URLEncoder.encode(target, US_ASCII)
                    + " HTTP/1.0\r\nHost: bench\r\n\r\n";
            socket.getOutputStream().write(asked.getBytes(US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), US_ASCII);
        }
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        Files.deleteIfExists(settings);
    }
}
