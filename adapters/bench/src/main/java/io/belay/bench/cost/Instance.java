package io.belay.bench.cost;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A container of the image, held to the memory and the share of a processor of a size. It shares this machine's network.
 *
 * @param engine {@code docker} or {@code podman}
 * @param pid its first process, as this machine knows it
 */
record Instance(String engine, String name, long pid) implements AutoCloseable {
    /**
     * Starts one.
     *
     * @param mounted a folder that it may read, at the same place
     * @param environment what it knows; none of it is on a command line
     */
    static Instance start(
            String engine,
            Size size,
            String image,
            Path mounted,
            Map<String, String> environment,
            List<String> arguments)
            throws IOException, InterruptedException {
        var name = "belay-cost-" + ProcessHandle.current().pid();
        var command = new ArrayList<>(List.of(
                engine,
                "run",
                "-d",
                "--name",
                name,
                "--network=host",
                "--memory=" + size.memory() + "m",
                "--memory-swap=" + size.memory() + "m",
                String.format(Locale.ROOT, "--cpus=%.3f", size.processor()),
                // Of its share others on this machine shall take nothing.
                "--cpu-shares=262144",
                "--read-only",
                // Lambda's client unpacks its native part there.
                "--tmpfs=/tmp:rw,exec",
                "--cap-drop=all",
                "--security-opt=no-new-privileges",
                // The folder is the user's own.
                "--user=" + Files.getAttribute(mounted, "unix:uid"),
                "--volume=" + mounted + ":" + mounted + ":ro"));
        environment.keySet().forEach(key -> command.add("--env=" + key));
        command.add(image);
        command.addAll(arguments);
        say(command, environment);
        var pid = say(List.of(engine, "inspect", "--format", "{{.State.Pid}}", name), Map.of());
        return new Instance(engine, name, Long.parseLong(pid));
    }

    /** When its process began, to 10 ms. */
    Instant began() throws IOException {
        return ProcessHandle.of(pid)
                .flatMap(process -> process.info().startInstant())
                .orElseThrow(() -> new IOException("it ended at once"));
    }

    boolean alive() {
        return ProcessHandle.of(pid).isPresent();
    }

    /** The most memory that it had, in MB. */
    long peak() throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElseThrow(() -> new IOException("it has ended"));
    }

    /** Why it ended, in a few words. */
    String end() throws IOException, InterruptedException {
        var state =
                say(List.of(engine, "inspect", "--format", "{{.State.ExitCode}} {{.State.OOMKilled}}", name), Map.of());
        return state.endsWith("true") || state.startsWith("137")
                ? "out of memory"
                : "it ended with " + state.replaceFirst(" .*", "");
    }

    private static String say(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command);
        builder.environment().putAll(environment);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
        if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(command.get(0) + " " + command.get(1) + ": " + said);
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        try {
            say(List.of(engine, "rm", "-f", name), Map.of());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
