package io.belay.runtime.cli;

import io.belay.assembly.Bundle;
import io.belay.assembly.Opening;
import io.belay.assembly.Systems;
import io.belay.core.Progress;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The option that names the system file. */
final class SystemOption {
    @Option(
            names = {"-f", "--file"},
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "The system file; $" + Systems.FILE + " where it is not given.")
    private Optional<Path> file = Optional.empty();

    /** The file that {@link #open} reads, where one is named. */
    Optional<Path> path(Console console) {
        var named = console.environment().getOrDefault(Systems.FILE, "");
        return file.or(() -> named.isBlank() ? Optional.empty() : Optional.of(Path.of(named)));
    }

    Bundle open(Console console, Progress progress) {
        var systems = new Systems(console.environment(), console.time(), progress);
        return switch (file.map(systems::open).orElseGet(systems::open)) {
            case Opening.Opened opened -> opened.bundle();
            case Opening.Refused refused -> throw new WrongUse(refused.why());
        };
    }
}
