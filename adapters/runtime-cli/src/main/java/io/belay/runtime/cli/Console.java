package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.belay.assembly.SystemTime;
import io.belay.core.Time;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a command sees of the world.
 *
 * @param in what the person answers
 * @param out for the report
 * @param err for progress and for what is wrong
 * @param environment its variables
 * @param terminal whether a person is looking
 * @param time what tells the time
 */
public record Console(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Map<String, String> environment,
        boolean terminal,
        Time time) {
    private static final int USUAL_WIDTH = 100;

    public Console {
        requireNonNull(in, "in");
        requireNonNull(out, "out");
        requireNonNull(err, "err");
        environment = Map.copyOf(environment);
        requireNonNull(time, "time");
    }

    /** One on which nobody answers. */
    public Console(PrintStream out, PrintStream err, Map<String, String> environment, boolean terminal, Time time) {
        this(InputStream.nullInputStream(), out, err, environment, terminal, time);
    }

    /** The process's own; UTF-8 whatever the locale, since reports are. */
    public static Console ofProcess() {
        return new Console(
                System.in,
                new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8),
                System.getenv(),
                Optional.ofNullable(System.console())
                        .map(java.io.Console::isTerminal)
                        .orElse(false),
                new SystemTime());
    }

    /** Asks the person who is looking; whatever is answered but yes is no. */
    boolean agrees(String question) {
        err.print(question + " [y/N] ");
        err.flush();
        var answer = new StringBuilder();
        try {
            // Byte by byte: what follows the line is not ours to read.
            for (int next = in.read(); next != '\n' && next >= 0 && answer.length() < 10; next = in.read()) {
                answer.append((char) next);
            }
        } catch (IOException _) {
            return false;
        }
        return answer.toString().strip().toLowerCase(Locale.ROOT).matches("y|yes");
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
