package io.belay.adapter.net.http;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program from the machine's packages that a test starts; where it is missing, the test says which package to install. */
public final class Program implements AutoCloseable {
    private final Process process;
    private final Path log;

    private Program(Process process, Path log) {
        this.process = process;
        this.log = log;
    }

    /** A program that was found. */
    public record Found(Path file) {
        /** Starts it in {@code folder}, where its output goes too. */
        public Program start(Path folder, String... arguments) throws IOException {
            var log = folder.resolve(file.getFileName() + ".log");
            var command = new ArrayList<>(List.of(file.toString()));
            command.addAll(List.of(arguments));
            return new Program(
                    new ProcessBuilder(command)
                            .directory(folder.toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(log.toFile())
                            .start(),
                    log);
        }
    }

    /** The program {@code name} of the Debian package {@code debian}; aborts the test where there is none. */
    public static Found named(String name, String debian) {
        var folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)),
                Stream.of("/usr/sbin", "/usr/local/sbin"));
        var file = folders.map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
        if (file.isEmpty()) {
            Assumptions.abort("NOT PROVED HERE: there is no " + name + " on the PATH; install the package " + debian);
        }
        return new Found(file.orElseThrow());
    }

    /** Waits until somebody listens on {@code port}. */
    public Program listening(int port) throws Exception {
        for (int attempt = 0; attempt < 600 && process.isAlive(); attempt++) {
            try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return this;
            } catch (IOException _) {
                process.waitFor(50, TimeUnit.MILLISECONDS);
            }
        }
        close();
        throw new IllegalStateException("it does not listen: " + Files.readString(log));
    }

    @Override
    public void close() {
        process.destroy();
        if (!process.onExit()
                .completeOnTimeout(process, 10, TimeUnit.SECONDS)
                .join()
                .isAlive()) {
            return;
        }
        process.destroyForcibly().onExit().join();
    }
}
