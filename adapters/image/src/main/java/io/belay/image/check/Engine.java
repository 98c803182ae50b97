package io.belay.image.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Docker or podman, by its command line. Containers share the machine's network: nothing is reached but what this machine listens on.
 *
 * @param program {@code docker} or {@code podman}
 */
record Engine(String program) {
    /** As little as a platform gives: half a gigabyte, one processor, no right, nothing to write on but {@code /tmp}. */
    private static final List<String> CONFINED = List.of(
            "--network=host",
            "--memory=512m",
            "--cpus=1",
            "--read-only",
            "--cap-drop=all",
            "--security-opt=no-new-privileges");

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
