package io.belay.adapter.compose;

import io.belay.core.Deadline;
import io.belay.core.testkit.DockerProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A folder with a compose file of three services, and a program named docker that keeps its state beside it. */
final class StubDocker {
    static final List<String> SERVICES = List.of("backend", "frontend");

    private final Path root;

    StubDocker(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root.resolve("bin"));
            Files.createDirectories(state());
            Files.createDirectories(folder());
            DockerProgram.in(root.resolve("bin"));
            put(folder().resolve("docker-compose.yml"), """
                    services:
                      backend:
                        image: ghcr.test/wms/backend:latest
                      frontend:
                        image: ghcr.test/wms/frontend:latest
                      postgres:
                        image: postgres:15
                    """);
            put(state().resolve("registry"), "postgres:15 " + digest(0) + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static String digest(int number) {
        return "sha256:" + "%064x".formatted(0xabcdef0000L + number);
    }

    Path folder() {
        return root.resolve("opt");
    }

    Path state() {
        return root.resolve("state");
    }

    Map<String, String> environment() {
        return Map.of(
                "PATH",
                root.resolve("bin") + ":/usr/bin:/bin",
                "DOCKER_STUB",
                state().toString(),
                "AWS_SECRET_ACCESS_KEY",
                "never-passed-on");
    }

    LocalHost host() {
        return new LocalHost(folder(), environment());
    }

    static ComposeSetup setup() {
        return new ComposeSetup(
                "wms-1",
                Optional.of("wms"),
                List.of("docker-compose.yml"),
                List.of(),
                SERVICES,
                "releases",
                Duration.ofSeconds(20));
    }

    /** Somebody builds and pushes a version, both images under the tag latest as well. */
    Release push(int version) {
        var images = new TreeMap<String, String>();
        var registry = new StringBuilder("postgres:15 " + digest(0) + "\n");
        for (int each = 1; each <= version; each++) {
            for (var service : SERVICES) {
                var digest = digest(10 * each + SERVICES.indexOf(service));
                registry.append("ghcr.test/wms/" + service + ":" + (each == version ? "latest" : "v" + each) + " "
                        + digest + "\n");
                images.put(service, "ghcr.test/wms/" + service + "@" + digest);
            }
        }
        put(state().resolve("registry"), registry.toString());
        return new Release(images, Optional.empty());
    }

    /** Somebody deploys the newest version by its mutable tag, as the runbook says. */
    Release deploy(int version) {
        var release = push(version);
        remove("backend");
        remove("frontend");
        var command = List.of(
                "docker",
                "compose",
                "--file",
                "docker-compose.yml",
                "up",
                "--detach",
                "backend",
                "frontend",
                "postgres");
        try {
            var ran = host().run(command, Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
            if (ran.exit() != 0) {
                throw new IllegalStateException(ran.err());
            }
        } catch (InterruptedException called) {
            throw new IllegalStateException(called);
        }
        return release;
    }

    /** Somebody writes a file into the folder of releases. */
    void file(String name, String text) {
        try {
            Files.createDirectories(folder().resolve("releases"));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        put(folder().resolve("releases").resolve(name), text);
    }

    /** One field of a service's container: state, health, exit. */
    void container(String service, String field, String value) {
        put(state().resolve("containers").resolve(service).resolve(field), value);
    }

    String read(String name) {
        try {
            return Files.readString(state().resolve(name));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    void trouble(String name, String text) {
        put(state().resolve(name), text);
    }

    void remove(String service) {
        var container = state().resolve("containers").resolve(service);
        try {
            for (var field : List.of("id", "image", "state", "health", "exit", "created")) {
                Files.deleteIfExists(container.resolve(field));
            }
            Files.deleteIfExists(container);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void put(Path file, String text) {
        try {
            Files.writeString(
                    file,
                    text,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
