package io.belay.image;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;

/** The door in a process of its own, which writes its AOT cache when it ends. What it prints is printed. */
final class TrainingDoor {
    private static final Pattern LISTENING = Pattern.compile(".*\"event\":\"listening\".*\"port\":\"(\\d+)\".*");

    private final Process process;
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final Thread reader;

    private TrainingDoor(Process process) {
        this.process = process;
        reader = Thread.ofVirtual().start(this::read);
    }

    /**
     * Starts the command of an image, that records what it loads, in {@code environment} alone. Lambda's client finds the
     * training's handler in the working directory, as it finds a customer's.
     */
    static TrainingDoor start(Path cache, List<String> command, Map<String, String> environment) throws IOException {
        var whole = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:AOTCacheOutput=" + cache));
        whole.addAll(command);
        var builder =
                new ProcessBuilder(whole).directory(Training.FOLDER.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment().putAll(environment);
        return new TrainingDoor(builder.start());
    }

    private void read() {
        try (BufferedReader lines = process.inputReader()) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                var matcher = LISTENING.matcher(line);
                if (matcher.matches()) {
                    port.complete(Integer.parseInt(matcher.group(1)));
                }
            }
        } catch (IOException ended) {
            port.completeExceptionally(ended);
        }
    }

    /** The port that it says it listens on. */
    int port() throws InterruptedException, ExecutionException, TimeoutException {
        return port.get(60, TimeUnit.SECONDS);
    }

    /** Ends it as a platform does, and waits until its cache is written. */
    void end() throws InterruptedException {
        // By its handle: a process's own destroy also closes what it prints to, and then it cannot write its cache.
        process.toHandle().destroy();
        if (!process.waitFor(3, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IllegalStateException("it did not end");
        }
        reader.join();
    }
}
