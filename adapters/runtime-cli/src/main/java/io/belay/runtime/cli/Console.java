package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.assembly.SystemTime;
import io.belay.core.Time;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a command sees of the world.
 *
 * @param out for the report
 * @param err for progress and for what is wrong
 * @param environment its variables
 * @param terminal whether a person is looking
 * @param time what tells the time
 */
public record Console(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal, Time time) {
    private static final int USUAL_WIDTH = 100;

    public Console {
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        environment = Map.copyOf(environment);
        requireNonNull(time, "time");
    }

    /** The process's own; UTF-8 whatever the locale, since reports are. */
    public static Console ofProcess() {
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                System.getenv(),
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false),
                new SystemTime());
    }

    /** Colour for a person who has not asked for none (no-color.org). */
    public boolean colour() {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    /** How many columns a line may have. */
    public int width() {
        var columns = environment.getOrDefault("COLUMNS", "");
        return columns.matches("\\d{2,3}") ? Integer.parseInt(columns) : USUAL_WIDTH;
    }
}
