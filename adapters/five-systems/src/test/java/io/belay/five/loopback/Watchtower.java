package io.belay.five.loopback;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.belay.core.testkit.Programs;
import java.io.Closeable;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Prometheus, which watches itself by one rule, and the Alertmanager that it tells. */
public final class Watchtower implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int prometheus = freePort();
    private final int alertmanager = freePort();
    private final List<Process> processes;

    /** Aborts the test where one of them is not installed. */
    public static void needed() {
        watches();
        tells();
    }

    private static Path watches() {
        return Programs.path("prometheus", "prometheus");
    }

    private static Path tells() {
        return Programs.path("prometheus-alertmanager", "prometheus-alertmanager");
    }

    /** Starts both, whose files are in {@code folder}. */
    public Watchtower(Path folder) throws IOException, InterruptedException {
        Files.writeString(folder.resolve("alertmanager.yml"), """
                route: { receiver: nobody }
                receivers: [ { name: nobody } ]
                """);
        Files.writeString(folder.resolve("rules.yml"), """
                groups:
                  - name: targets
                    rules: [ { alert: TargetDown, expr: up == 0, for: 1m } ]
                """);
        Files.writeString(folder.resolve("prometheus.yml"), """
                global: { scrape_interval: 1s }
                rule_files: [ rules.yml ]
                alerting: { alertmanagers: [ { static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] } ] }
                scrape_configs:
                  - { job_name: prometheus, static_configs: [ { targets: [ "127.0.0.1:%d" ] } ] }
                """.formatted(alertmanager, prometheus));
        processes = List.of(
                start(
                        folder,
                        watches(),
                        "--config.file=prometheus.yml",
                        "--storage.tsdb.path=series",
                        "--web.listen-address=127.0.0.1:" + prometheus),
                start(
                        folder,
                        tells(),
                        "--config.file=alertmanager.yml",
                        "--storage.path=alerts",
                        "--cluster.listen-address=",
                        "--web.listen-address=127.0.0.1:" + alertmanager));
        try {
            await(prometheus() + "/api/v1/targets", "\"health\":\"up\"");
            await(alertmanager() + "/-/ready", "OK");
        } catch (IOException | InterruptedException failed) {
            close();
            throw failed;
        }
    }

    /** Where Prometheus answers. */
    public String prometheus() {
        return "http://127.0.0.1:" + prometheus;
    }

    /** Where Alertmanager answers. */
    public String alertmanager() {
        return "http://127.0.0.1:" + alertmanager;
    }

    private static Process start(Path folder, Path program, String... arguments) throws IOException {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments))
                .toList();
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(program.getFileName() + ".log").toFile())
                .start();
    }

    private static void await(String url, String word) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try (var client = HttpClient.newHttpClient()) {
            for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(100)) {
                try {
                    if (client.send(request, HttpResponse.BodyHandlers.ofString())
                            .body()
                            .contains(word)) {
                        return;
                    }
                } catch (IOException _) {
                    // It does not listen yet.
                }
            }
        }
        throw new IOException(url + " never said " + word);
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    @Override
    public void close() {
        processes.forEach(Process::destroy);
        for (var process : processes) {
            try {
                if (!process.waitFor(10, SECONDS)) {
                    process.destroyForcibly();
                }
            } catch (InterruptedException _) {
                process.destroyForcibly();
                Thread.currentThread().interrupt();
            }
        }
    }
}
