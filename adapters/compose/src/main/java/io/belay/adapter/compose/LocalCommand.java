package io.belay.adapter.compose;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Runs a program of this host, and ends it with all its children where it takes too long or nobody waits any more. */
record LocalCommand(Path folder, Map<String, String> environment) {
    private static final int MOST = 4 * 1024 * 1024;

    /** For the last words of what has ended; a grandchild that ran away may hold the pipe open for ever. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    Ran run(List<String> command, Deadline deadline) throws InterruptedException {
        var what = command.getFirst() + " " + (command.size() > 1 ? command.get(1) : "");
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, what + ": no time is left"));
        }
        var process = start(command);
        try {
            var out = reader(process.getInputStream());
            var err = reader(process.getErrorStream());
            if (!process.waitFor(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                throw new PortException(new Fault(Fault.Kind.TIMED_OUT, what + ": not done in time, and ended"));
            }
            return new Ran(process.exitValue(), words(out), words(err));
        } finally {
            end(process);
        }
    }

    private Process start(List<String> command) {
        var program = program(command.getFirst());
        var arguments =
                Stream.concat(Stream.of(program.toString()), command.stream().skip(1));
        var builder = new ProcessBuilder(arguments.toList()).directory(folder.toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().put("LC_ALL", "C");
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new PortException(
                    new Fault(Fault.Kind.REJECTED, program + " cannot be started: " + failed.getMessage()), failed);
        }
    }

    /** The JDK would look on the path of this process, not on the one that the command is given. */
    private Path program(String name) {
        return Arrays.stream(environment.getOrDefault("PATH", "").split(":", -1))
                .filter(each -> each.startsWith("/"))
                .map(each -> Path.of(each, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() ->
                        new PortException(new Fault(Fault.Kind.NOT_FOUND, "there is no program " + name + " on PATH")));
    }

    private static CompletableFuture<String> reader(InputStream stream) {
        var text = new CompletableFuture<String>();
        Thread.ofVirtual().name("compose").start(() -> {
            try (stream) {
                var bytes = stream.readNBytes(MOST);
                // Read on, or it would wait for ever to be rid of its output.
                stream.transferTo(OutputStream.nullOutputStream());
                text.complete(new String(bytes, UTF_8));
            } catch (IOException _) {
                text.complete("");
            }
        });
        return text;
    }

    private static String words(CompletableFuture<String> text) throws InterruptedException {
        try {
            return text.get(LAST_WORDS.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException _) {
            return "";
        }
    }

    private static void end(Process process) {
        // The children first: an orphan is nobody's child any more.
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
