package io.belay.runtime.cli;

import io.belay.adapter.report.Face;
import io.belay.adapter.report.Faces;
import io.belay.core.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** How a report is shown: a table, unless something else is asked for; pages and files besides. */
final class FaceOptions {
    @Option(names = "--json", scope = ScopeType.INHERIT, description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--prometheus", scope = ScopeType.INHERIT, description = "Print the report as Prometheus text.")
    private boolean prometheus;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write the report as a page to this file as well.")
    private Optional<Path> html = Optional.empty();

    @Option(
            names = "--junit",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "Write the report as JUnit XML to this file as well.")
    private Optional<Path> junit = Optional.empty();

    /** Takes them from a command of a command's that shows no report. */
    static void removeFrom(CommandLine command) {
        var spec = command.getCommandSpec();
        for (var name : List.of("--json", "--prometheus", "--html", "--junit")) {
            spec.remove(spec.findOption(name));
        }
    }

    /** Before the run: what cannot be shown is not worth the asking. */
    void agree(Optional<Path> read) {
        if (json && prometheus) {
            throw new WrongUse("--json and --prometheus both print to the standard output; one of them is meant");
        }
        if (html.isPresent() && junit.isPresent() && OutputFile.same(html.get(), junit.get())) {
            throw new WrongUse("--html and --junit both write to " + html.get());
        }
        html.ifPresent(path -> OutputFile.at("--html", path, read));
        junit.ifPresent(path -> OutputFile.at("--junit", path, read));
    }

    /** Where there is no report: {@code why} is told to whoever asks for a form of it. */
    void refuse(String why) {
        if (json || prometheus || html.isPresent() || junit.isPresent()) {
            throw new WrongUse(why + ": --json, --prometheus, --html and --junit are for a report");
        }
    }

    void show(Report report, Console console) {
        show(report, console, Faces.terminal(console.width(), console.colour())::text);
    }

    /**
     * Prints first: what was measured is not lost where a file cannot be written.
     *
     * @param text how people read it where nothing else is asked for
     */
    void show(Report report, Console console, Function<Report, String> text) {
        console.out().print(machine().map(face -> face.text(report)).orElseGet(() -> text.apply(report)));
        console.out().flush();
        html.ifPresent(path -> write(path, Faces.HTML, report));
        junit.ifPresent(path -> write(path, Faces.JUNIT, report));
    }

    private Optional<Face> machine() {
        if (json) {
            return Optional.of(Faces.JSON);
        }
        return prometheus ? Optional.of(Faces.PROMETHEUS) : Optional.empty();
    }

    private static void write(Path path, Face face, Report report) {
        try (var out = Files.newOutputStream(path)) {
            face.write(report, out);
        } catch (IOException broken) {
            throw new WrongUse("--" + face.name() + ": " + path + " cannot be written ("
                    + broken.getClass().getSimpleName() + ")");
        }
    }
}
