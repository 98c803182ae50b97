package io.belay.templates.aliyun;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code scripts/deploy-aliyun} beside a small Function Compute, whose command lines stand first on the PATH. */
final class Deploying {
    static final String IMAGE = "registry.example.com/ops/belay@sha256:" + "0".repeat(64);
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private final Path cloud;
    private final Path bin;
    private final Map<String, String> environment = new HashMap<>();

    /** What it printed, and its exit code. */
    record Outcome(int code, String said) {}

    /** In an empty folder, and with every command line there. */
    Deploying(Path folder) {
        this.cloud = folder.resolve("cloud");
        this.bin = folder.resolve("bin");
        environment.put("BELAY_IMAGE", IMAGE);
        environment.put("ALIBABA_CLOUD_ACCOUNT_ID", "1234567890123456");
        try {
            Files.createDirectory(cloud);
            Files.createDirectory(bin);
            for (var name : List.of("aliyun", "s", "curl", "docker")) {
                Files.createSymbolicLink(
                        bin.resolve(name),
                        Path.of("src/test/resources/io/belay/templates/aliyun/bin", name)
                                .toAbsolutePath());
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Deploying with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    void without(String program) {
        try {
            Files.delete(bin.resolve(program));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** What no longer works, as {@code bin/aliyun} says; nothing for all is well. */
    void broken(String... what) {
        write("broken", String.join("\n", what) + "\n");
    }

    void write(String file, String text) {
        try {
            Files.writeString(cloud.resolve(file), text);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    String read(String file) {
        try {
            return Files.exists(cloud.resolve(file)) ? Files.readString(cloud.resolve(file)) : "";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    Outcome run(String typed, String... arguments) {
        write("calls", "");
        try {
            var command = new ArrayList<>(
                    List.of(ROOT.resolve("scripts/deploy-aliyun").toString()));
            command.addAll(List.of(arguments));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment()
                    .keySet()
                    .removeIf(name -> name.matches("(ALIBABA|BELAY|SERVERLESS_DEVS).*|.*_serverless_devs_key"));
            builder.environment().putAll(environment);
            builder.environment().put("CLOUD", cloud.toString());
            builder.environment().put("PATH", bin + ":/usr/local/bin:/usr/bin:/bin");
            var process = builder.start();
            try (var keyboard = process.outputWriter(UTF_8)) {
                keyboard.write(typed);
            }
            var said = new String(process.getInputStream().readAllBytes(), UTF_8);
            if (!process.waitFor(300, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("it did not end: " + said);
            }
            return new Outcome(process.exitValue(), said);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new AssertionError(stopped);
        }
    }

    List<String> calls() {
        return read("calls").lines().toList();
    }

    /** The calls that change something. A call of a function is none: what is tried is refused, or is health. */
    Stream<String> writes() {
        return calls().stream()
                .filter(call -> !call.startsWith("GET "))
                .filter(call -> !call.matches("POST [a-z-]+/invocations .*"));
    }
}
