package io.belay.adapter.net.tcp;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A server of another make that a test starts and stops. */
public final class TestingProgram implements AutoCloseable {
    private final Process process;

    private TestingProgram(Process process) {
        this.process = process;
    }

    /** The program of this name on this machine, where it has it. */
    public static Optional<Path> find(String name) {
        var folders = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"), new String[] {"/usr/sbin"});
        return folders.flatMap(Arrays::stream)
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Starts {@code program} and waits until it prints what matches {@code ready}. */
    public static TestingProgram start(Path program, Pattern ready, List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(arguments);
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var said = new StringBuilder();
        var output = process.inputReader();
        for (var line = output.readLine(); line != null; line = output.readLine()) {
            if (ready.matcher(line).find()) {
                drain(output);
                return new TestingProgram(process);
            }
            said.append(line).append('\n');
        }
        throw new IOException(program + " ended before it was ready: " + said);
    }

    /** A pipe that nobody empties would stop the program. */
    private static void drain(BufferedReader output) {
        Thread.ofVirtual().start(() -> {
            try (output) {
                output.transferTo(Writer.nullWriter());
            } catch (IOException _) {
                // It has ended.
            }
        });
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException _) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
