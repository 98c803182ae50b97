package io.belay.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.host.Shell;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** A host whose scripts this machine's {@code sh} runs, with the programs of a test's folder before its own. Thread-safe. */
public final class TestingShell implements Shell {
    private final Path bin;
    private final List<String> scripts = new CopyOnWriteArrayList<>();
    private final Queue<Runnable> before = new ConcurrentLinkedQueue<>();

    /** A host whose programs are those in {@code bin}, then this machine's. */
    public TestingShell(Path bin) {
        this.bin = bin;
    }

    /** What was run, in order. */
    public List<String> scripts() {
        return List.copyOf(scripts);
    }

    /** Lets somebody else be quicker than the next script of which this was not said yet. */
    public void before(Runnable other) {
        before.add(other);
    }

    @Override
    public Target target() {
        return new Target("testing:" + bin.getFileName(), "127.0.0.1");
    }

    @Override
    public String kind() {
        return "testing";
    }

    @Override
    public Ended run(String script, Deadline deadline) throws InterruptedException {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to run anything"));
        }
        Optional.ofNullable(before.poll()).ifPresent(Runnable::run);
        scripts.add(script);
        try {
            var folder = Files.createTempDirectory("script");
            var out = folder.resolve("out");
            var err = folder.resolve("err");
            var file = Files.writeString(folder.resolve("script.sh"), script);
            var builder = new ProcessBuilder("sh", file.toString())
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().merge("PATH", bin.toString(), (path, first) -> first + ":" + path);
            var code = ended(builder.start(), deadline);
            var ended = new Ended(code, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
            for (var each : List.of(out, err, file, folder)) {
                Files.delete(each);
            }
            return ended;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int ended(Process process, Deadline deadline) throws InterruptedException {
        try {
            if (process.waitFor(deadline.remaining().toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "the script did not end"));
        } finally {
            process.destroyForcibly();
        }
    }
}
