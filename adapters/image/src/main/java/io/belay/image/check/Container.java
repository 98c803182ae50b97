package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeUnit;

/**
 * A container that is being started.
 *
 * @param starting the engine's command, which ends when the container runs
 */
record Container(Engine engine, String name, Process starting) implements AutoCloseable {
    private String state(String field) throws IOException, InterruptedException {
        return engine.say("inspect", "--format", "{{.State." + field + "}}", name);
    }

    private void awaitStart() throws IOException, InterruptedException {
        if (!starting.waitFor(1, TimeUnit.MINUTES) || starting.exitValue() != 0) {
            throw new IOException(new String(starting.getInputStream().readAllBytes(), UTF_8));
        }
    }

    /** Whether it still runs, or is about to. */
    boolean alive() throws IOException, InterruptedException {
        return starting.isAlive() || state("Running").equals("true");
    }

    /** How long its first process had run at {@code at}, to 10 ms; from the engine's own note where this machine does not see it. */
    Duration ran(Instant at) throws IOException, InterruptedException {
        awaitStart();
        var pid = Long.parseLong(state("Pid"));
        var started = ProcessHandle.of(pid).flatMap(handle -> handle.info().startInstant());
        return Duration.between(
                started.isPresent()
                        ? started.get()
                        : Instant.parse(state("StartedAt").replaceFirst(" .*", "")),
                at);
    }

    /** The most memory that it had, in MB, and -1 where this machine does not see it. */
    long peak() throws IOException, InterruptedException {
        awaitStart();
        var status = Path.of("/proc", state("Pid"), "status");
        if (!Files.isReadable(status)) {
            return -1;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(-1);
    }

    String logs() throws IOException, InterruptedException {
        awaitStart();
        return engine.say("logs", name);
    }

    byte[] file(String path) throws IOException, InterruptedException {
        awaitStart();
        return engine.file(name, path);
    }

    /** Asks it to end, as a platform does; what it ended with. 137 is a process that had to be killed. */
    int stop() throws IOException, InterruptedException {
        awaitStart();
        engine.say("stop", "-t", "20", name);
        return Integer.parseInt(state("ExitCode"));
    }

    /** Asks it to end, as a platform does, and does not wait. */
    void ask() throws IOException, InterruptedException {
        awaitStart();
        engine.say("kill", "--signal", "TERM", name);
    }

    /** What it ended with, once it has. */
    int ended() throws IOException, InterruptedException {
        return Integer.parseInt(engine.say("wait", name));
    }

    @Override
    public void close() throws IOException {
        try {
            starting.waitFor(1, TimeUnit.MINUTES);
            engine.say("rm", "-f", name);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
