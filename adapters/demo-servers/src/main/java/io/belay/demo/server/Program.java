package io.belay.demo.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A program of the operating system that runs to its end.
 *
 * @param command the program and its arguments
 * @param environment what it finds in its environment beside our own
 * @param output where what it prints goes; a file, since a daemon it leaves behind would hold a pipe open
 */
record Program(List<String> command, Map<String, String> environment, Path output) {

    Program {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /**
     * Runs it.
     *
     * @throws ServerException where it fails or does not end within {@code limit}, with what it printed last
     * @throws InterruptedException when called off; the program is ended first
     */
    void run(Duration limit) throws InterruptedException {
        var process = start();
        try {
            if (!process.waitFor(limit.toMillis(), MILLISECONDS)) {
                throw new ServerException(name() + " did not end within " + limit.toSeconds() + " s: " + printed());
            }
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() != 0) {
            throw new ServerException(name() + " ended with " + process.exitValue() + ": " + printed());
        }
    }

    /** Starts it and leaves it running. */
    Process start() throws InterruptedException {
        var builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().putAll(environment);
        try {
            var process = JustWritten.start(builder::start);
            process.getOutputStream().close();
            return process;
        } catch (IOException cause) {
            throw new ServerException(name() + " cannot be started: " + cause.getMessage(), cause);
        }
    }

    private String name() {
        return Path.of(command.getFirst()).getFileName().toString();
    }

    /** The end of what it has printed. */
    String printed() {
        try {
            var all = Files.readString(output, UTF_8).strip();
            return all.substring(Math.max(0, all.length() - 1_000));
        } catch (IOException _) {
            return "(it printed nothing)";
        }
    }
}
