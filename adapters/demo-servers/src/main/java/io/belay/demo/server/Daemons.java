package io.belay.demo.server;

import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.Closeable;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/** Programs of this machine that run in one folder until they are closed; what each prints is in a log of its name there. */
public final class Daemons implements Closeable {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path folder;
    private final List<Process> started = new CopyOnWriteArrayList<>();

    /** None yet, in {@code folder}. */
    public Daemons(Path folder) {
        this.folder = folder;
    }

    /** Starts one. */
    public void start(Path program, String... arguments) throws IOException {
        started.add(begin(program, arguments));
    }

    /**
     * Runs one to its end.
     *
     * @throws IOException where it fails or does not end within {@code limit}, with what it printed
     */
    public void run(Duration limit, Path program, String... arguments) throws IOException, InterruptedException {
        var process = begin(program, arguments);
        try {
            if (!process.waitFor(limit.toMillis(), MILLISECONDS) || process.exitValue() != 0) {
                throw new IOException(program + " failed: " + Files.readString(log(program)));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    private Process begin(Path program, String... arguments) throws IOException {
        var command = Stream.concat(Stream.of(program.toString()), Stream.of(arguments));
        return new ProcessBuilder(command.toList())
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(program).toFile()))
                .start();
    }

    /** Where {@code program} writes what it says. */
    public Path log(Path program) {
        return folder.resolve(program.getFileName() + ".log");
    }

    /** Whether all that were started still run. */
    public boolean alive() {
        return started.stream().allMatch(Process::isAlive);
    }

    /**
     * Waits until what answers at {@code url} says {@code word}.
     *
     * @throws IOException where it has not after half a minute
     */
    public static void await(String url, String word) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url)).timeout(PATIENCE).build();
        try (var client = HttpClient.newHttpClient()) {
            for (var end = System.nanoTime() + PATIENCE.toNanos(); System.nanoTime() < end; Thread.sleep(PAUSE)) {
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

    @Override
    public void close() {
        // They are asked to end, since the worker of one outlives a master that is killed.
        started.forEach(Process::destroy);
        for (var process : started) {
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
