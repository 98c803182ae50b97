package io.belay.runtime.cli;

import io.belay.adapter.report.ReportReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Show a report that a function answered with as JSON, and exit as it says.",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class ShowCommand implements Callable<Integer> {
    /** Ten thousand findings with all their evidence are less. */
    private static final int MOST_BYTES = 64 << 20;

    private final Console console;

    @Parameters(paramLabel = "REPORT", description = "The file with the JSON.")
    private Path file = Path.of("report.json");

    @Mixin
    private FaceOptions faces = new FaceOptions();

    ShowCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        faces.agree(Optional.of(file));
        try {
            var report = ReportReader.read(text());
            faces.show(report, console);
            return CommandLines.exit(report.verdict());
        } catch (IllegalArgumentException none) {
            throw new WrongUse(file + " holds no report: " + none.getMessage());
        } catch (IOException broken) {
            throw new WrongUse(file + " cannot be read (" + broken.getClass().getSimpleName() + ")");
        }
    }

    private String text() throws IOException {
        // A pipe or a terminal might never end.
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            throw new WrongUse(file + " is no regular file");
        }
        if (Files.size(file) > MOST_BYTES) {
            throw new WrongUse(file + " holds no report: it is larger than 64MB");
        }
        return Files.readString(file);
    }
}
