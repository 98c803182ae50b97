package io.belay.core.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.Deadline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A host with a compose project and as much of docker as a rollback of it asks: files in a folder. */
public final class ComposeHost {
    /** The file of its project. */
    public static final String FILE = "docker-compose.production.yml";

    private final Path bin;
    private final Path project;
    private final TestingShell shell;
    private List<String> services = List.of("backend", "frontend");

    /** A host that keeps its files in {@code folder}. */
    public ComposeHost(Path folder) {
        try (var docker = Objects.requireNonNull(ComposeHost.class.getResourceAsStream("docker.sh"))) {
            bin = Files.createDirectories(folder.resolve("bin"));
            project = Files.createDirectories(folder.resolve("wms"));
            var program = bin.resolve("docker");
            Files.write(program, docker.readAllBytes());
            if (!program.toFile().setExecutable(true)) {
                throw new IOException(program + " cannot be made executable");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        shell = new TestingShell(bin);
    }

    /** Time enough for what it is asked. */
    public static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    /** Runs scripts on it. */
    public TestingShell shell() {
        return shell;
    }

    /** Where its own programs are. */
    public Path bin() {
        return bin;
    }

    /** The folder of its project. */
    public Path project() {
        return project;
    }

    /** The image of a service by its digest. */
    public static String pin(String service, int number) {
        return "ghcr.io/wms/" + service + "@sha256:" + String.format("%064x", number);
    }

    /** The project has these services from now on. */
    public void services(List<String> names) {
        services = List.copyOf(names);
    }

    /** Somebody deploys: all services run images of this number. */
    public void deploy(int number) {
        run(number, "running healthy 0");
        write("images", pins(number).toList());
    }

    /** All services run images of this number, and are as {@code how} says: status, health, exit code. */
    public void run(int number, String how) {
        write(
                "containers",
                services.stream()
                        .map(service -> "c-" + service + " " + service + " " + pin(service, number) + " " + how)
                        .toList());
    }

    /** What a pull finds. */
    public void registry(int... numbers) {
        write("registry", Arrays.stream(numbers).boxed().flatMap(this::pins).toList());
    }

    private Stream<String> pins(int number) {
        return services.stream().map(service -> pin(service, number));
    }

    private void write(String file, List<String> lines) {
        try {
            Files.write(bin.resolve(file), lines, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
