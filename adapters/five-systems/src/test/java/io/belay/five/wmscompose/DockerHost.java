package io.belay.five.wmscompose;

import static java.util.concurrent.TimeUnit.SECONDS;

import io.belay.core.testkit.DockerProgram;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** The host: a project of docker compose, and a docker that keeps what it holds in files. */
final class DockerHost {
    static final String FILE = "docker-compose.production.yml";

    private static final List<String> SERVICES = List.of("backend", "frontend");

    private final Path project;
    private final Path bin;
    private final Path state;

    DockerHost(Path folder) throws IOException {
        project = Files.createDirectory(folder.resolve("wms-production"));
        bin = Files.createDirectory(folder.resolve("bin"));
        state = Files.createDirectory(folder.resolve("docker"));
        DockerProgram.in(bin);
        var registry = new StringBuilder();
        for (var service : SERVICES) {
            for (var number = 1; number <= 2; number++) {
                registry.append(image(service, number) + " " + digest(service, number) + "\n");
            }
        }
        Files.writeString(state.resolve("registry"), registry);
    }

    private static String image(String service, int number) {
        return "ghcr.io/wms/" + service + ":v" + number;
    }

    private static String digest(String service, int number) {
        return "sha256:" + String.format("%064x", SERVICES.indexOf(service) * 0x1000L + 0xabc0000L + number);
    }

    /** Somebody deploys: writes the images into the compose file, and brings both services up. */
    void deploy(String backend, Instant at) throws IOException, InterruptedException {
        Files.writeString(project.resolve(FILE), """
                services:
                  backend:
                    image: %s
                  frontend:
                    image: %s
                """.formatted(backend, image("frontend", 1)));
        var before = Map.of("backend", held("backend"), "frontend", held("frontend"));
        var builder = new ProcessBuilder(
                        bin.resolve("docker").toString(),
                        "compose",
                        "--file",
                        FILE,
                        "up",
                        "--detach",
                        "backend",
                        "frontend")
                .directory(project.toFile())
                .redirectErrorStream(true)
                .redirectOutput(state.resolve("up.log").toFile());
        builder.environment().putAll(environment());
        var process = builder.start();
        if (!process.waitFor(30, SECONDS) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException("not deployed: " + Files.readString(state.resolve("up.log")));
        }
        for (var service : SERVICES) {
            if (!held(service).equals(before.get(service))) {
                Files.writeString(container(service).resolve("created"), at.toString());
            }
        }
    }

    /** An image as it was built. */
    static String built(String service, int number) {
        return image(service, number);
    }

    /** Which release of the backend runs; 0 where what runs is none. */
    int backend() {
        var image = held("backend");
        return List.of(1, 2).stream()
                .filter(number ->
                        image.equals(image("backend", number)) || image.endsWith("@" + digest("backend", number)))
                .findFirst()
                .orElse(0);
    }

    private Path container(String service) {
        return state.resolve("containers").resolve(service);
    }

    private String held(String service) {
        try {
            var image = container(service).resolve("image");
            return Files.exists(image) ? Files.readString(image) : "";
        } catch (IOException _) {
            return "";
        }
    }

    Path project() {
        return project;
    }

    /** What finds this docker. */
    Map<String, String> environment() {
        return Map.of("PATH", bin + ":/usr/bin:/bin", "DOCKER_STUB", state.toString());
    }
}
