package io.belay.demo;

import static java.util.concurrent.TimeUnit.SECONDS;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A program that this machine may have. */
record Installed(Path program) {

    /** Gives the test up where one of {@code packages}, by the program that each brings, is missing. */
    static void needed(Map<String, String> packages) {
        var missing = packages.entrySet().stream()
                .filter(each -> find(each.getKey()).isEmpty())
                .map(Map.Entry::getValue)
                .distinct()
                .sorted()
                .toList();
        if (!missing.isEmpty()) {
            Assumptions.abort("install the packages " + String.join(", ", missing));
        }
    }

    static Installed named(String name) {
        return new Installed(find(name).orElseThrow());
    }

    private static Optional<Path> find(String name) {
        var path = System.getenv().getOrDefault("PATH", "").split(":");
        return Stream.concat(Arrays.stream(path), Stream.of("/usr/sbin"))
                .map(folder -> Path.of(folder, name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Runs it to its end in {@code folder}. */
    void run(Path folder, String... arguments) throws IOException, InterruptedException {
        var process = start(folder, arguments);
        try {
            if (!process.waitFor(60, SECONDS) || process.exitValue() != 0) {
                throw new IOException(program + " failed: " + Files.readString(log(folder)));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** Starts it in {@code folder}. */
    Process start(Path folder, String... arguments) throws IOException {
        var command = new ArrayList<>(List.of(program.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log(folder).toFile()))
                .start();
    }

    private Path log(Path folder) {
        return folder.resolve(program.getFileName() + ".log");
    }
}
