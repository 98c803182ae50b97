package io.belay.runtime.cli;

import io.belay.adapter.report.Face;
import io.belay.adapter.report.Faces;
import io.belay.core.Report;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How a report is shown: a table, unless something else is asked for; pages and files besides. */
final class FaceOptions {
    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Option(names = "--prometheus", description = "Print the report as Prometheus text.")
    private boolean prometheus;

    @Option(names = "--html", paramLabel = "FILE", description = "Write the report as a page to this file as well.")
    private Optional<Path> html = Optional.empty();

    @Option(names = "--junit", paramLabel = "FILE", description = "Write the report as JUnit XML to this file as well.")
    private Optional<Path> junit = Optional.empty();

    /** Before the run: what cannot be shown is not worth the asking. */
    void agree() {
        if (json && prometheus) {
            throw new WrongUse("--json and --prometheus both print to the standard output; one of them is meant");
        }
    }

    void show(Report report, Console console) {
        html.ifPresent(path -> write(path, Faces.HTML, report));
        junit.ifPresent(path -> write(path, Faces.JUNIT, report));
        console.out().print(face(console).text(report));
        console.out().flush();
    }

    private Face face(Console console) {
        if (json) {
            return Faces.JSON;
        }
        return prometheus ? Faces.PROMETHEUS : Faces.terminal(console.width(), console.colour());
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
