package io.belay.bench.cold;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of one of them. What it prints goes into a file. */
final class Instance implements AutoCloseable {
    private static final Path EMPTY = Path.of("target", "bench", "empty");
    private static final long ENDS_IN_MINUTES = 3;

    private final Process process;
    private final Path log;
    private final long began;

    private Instance(Process process, Path log, long began) {
        this.process = process;
        this.log = log;
        this.began = began;
    }

    /** Starts {@code command} in {@code environment} alone. */
    static Instance start(List<String> command, Map<String, String> environment, Path log) throws IOException {
        Files.createDirectories(log.resolveSibling(""));
        // Empty: Lambda's client looks for a function's classes in it.
        var folder = Files.createDirectories(EMPTY);
        var builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        var began = System.nanoTime();
        return new Instance(builder.start(), log, began);
    }

    /** Milliseconds since it was started. */
    double age() {
        return (System.nanoTime() - began) / 1e6;
    }

    /** What it has used so far. */
    Usage usage() throws IOException {
        return Usage.of(process.pid());
    }

    /** @throws IOException where it has ended by itself, with the last that it printed */
    void running() throws IOException {
        if (!process.isAlive()) {
            throw new IOException("it ended with " + process.exitValue() + ": " + last());
        }
    }

    /** The last line that it printed. */
    String last() throws IOException {
        return Files.readString(log, StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, next) -> next)
                .orElse("it printed nothing");
    }

    /** Asks it to end as a platform does, and waits: a JVM in training writes its cache then. */
    void end() throws IOException, InterruptedException {
        // By its handle: a process's own destroy also closes what it prints to.
        process.toHandle().destroy();
        if (!process.waitFor(ENDS_IN_MINUTES, TimeUnit.MINUTES)) {
            throw new IOException("asked to end, it did not");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
