package io.belay.demo;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
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
}
