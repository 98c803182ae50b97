package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Docker or podman, by its command line.
 *
 * @param program {@code docker} or {@code podman}
 * @param apart whether containers run on a machine of their own, as with Docker Desktop: then a port is published on this one's
 *     loopback, and this one has a name. Else they share its network, and nothing is reached but what it listens on
 */
record Engine(String program, boolean apart) {
    /** As little as a platform gives: half a gigabyte, one processor, no right, nothing to write on. */
    private static final List<String> CONFINED =
            List.of("--memory=512m", "--cpus=1", "--read-only", "--cap-drop=all", "--security-opt=no-new-privileges");

    /** The options by which what listens on {@code port} in a container is reached on this machine's loopback. */
    List<String> reached(int port) {
        return apart ? List.of("-p", "127.0.0.1:" + port + ":" + port) : reaching();
    }

    /** The options by which a container reaches this machine's loopback, and is reached by nobody. */
    List<String> reaching() {
        return apart ? List.of() : List.of("--network=host");
    }

    /** What this machine's loopback is called in a container. */
    String here() {
        return apart ? "host.docker.internal" : "127.0.0.1";
    }

    /** The options by which there is no folder to write to: podman else puts one on {@code /tmp} where a root is read-only. */
    List<String> nowhereToWrite() {
        return program.equals("podman") ? List.of("--read-only-tmpfs=false") : List.of();
    }

    /** Starts a container, and goes on before it runs. */
    Container start(String name, List<String> options, List<String> image) throws IOException {
        var command = new ArrayList<>(List.of("run", "-d", "--name", name));
        command.addAll(CONFINED);
        command.addAll(options);
        command.addAll(image);
        return new Container(this, name, process(command));
    }

    /** What it prints for {@code arguments}. */
    String say(String... arguments) throws IOException, InterruptedException {
        var process = process(List.of(arguments));
        var printed = new String(process.getInputStream().readAllBytes(), UTF_8);
        if (!process.waitFor(2, TimeUnit.MINUTES) || process.exitValue() != 0) {
            process.destroyForcibly();
            throw new IOException(program + " " + String.join(" ", arguments) + ": " + printed);
        }
        return printed.strip();
    }

    /** The file at {@code path} of a container. */
    byte[] file(String container, String path) throws IOException, InterruptedException {
        var copy = Files.createTempFile("belay-image", "");
        try {
            say("cp", container + ":" + path, copy.toString());
            return Files.readAllBytes(copy);
        } finally {
            Files.delete(copy);
        }
    }

    /** All of an image in one file. */
    void save(String image, Path to) throws IOException, InterruptedException {
        say("save", "-o", to.toString(), image);
    }

    private Process process(List<String> arguments) throws IOException {
        var command = new ArrayList<>(List.of(program));
        command.addAll(arguments);
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
