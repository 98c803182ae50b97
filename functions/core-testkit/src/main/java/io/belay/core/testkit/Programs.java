package io.belay.core.testkit;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/** Programs that a machine may have or not. */
public final class Programs {
    private Programs() {}

    /** Where {@code program} is; aborts the test, naming the Debian package, where it is not. */
    public static Path path(String program, String debianPackage) {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                .map(folder -> Path.of(folder, program))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseGet(() -> abort("not tried: " + program + " is missing (package " + debianPackage + ")"));
    }
}
