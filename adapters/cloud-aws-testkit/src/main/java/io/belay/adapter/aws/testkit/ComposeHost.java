package io.belay.adapter.aws.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A host with a compose project of two services and as much of docker as a rollback of it asks: files in a folder. */
public final class ComposeHost {
    /** Its name as a managed node. */
    public static final String NODE = "i-0123456789abcdef0";
    /** The file of its project. */
    public static final String FILE = "docker-compose.production.yml";

    private final Path bin;
    private final Path project;

    /** A host that keeps its files in {@code folder} and is managed by {@code server}. */
    public ComposeHost(AwsServer server, Path folder) {
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
        server.ssm().node(NODE, bin);
    }

    /** The folder of its project. */
    public Path project() {
        return project;
    }

    /** The image of a service by its digest. */
    public static String pin(String service, int number) {
        return "ghcr.io/wms/" + service + "@sha256:" + String.format("%064x", number);
    }

    /** Somebody deploys: both services run images of this number. */
    public void deploy(int number) {
        run(number, "running healthy 0");
        write("images", List.of(pin("backend", number), pin("frontend", number)));
    }

    /** Both services run images of this number, and are as {@code how} says: status, health, exit code. */
    public void run(int number, String how) {
        write(
                "containers",
                Stream.of("backend", "frontend")
                        .map(service -> "c-" + service + " " + service + " " + pin(service, number) + " " + how)
                        .toList());
    }

    /** What a pull finds. */
    public void registry(int... numbers) {
        write(
                "registry",
                Arrays.stream(numbers)
                        .boxed()
                        .flatMap(number -> Stream.of(pin("backend", number), pin("frontend", number)))
                        .toList());
    }

    private void write(String file, List<String> lines) {
        try {
            Files.write(bin.resolve(file), lines, UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
