package io.belay.demo;

import io.belay.adapter.report.Faces;
import io.belay.assembly.Bundle;
import io.belay.core.Report;
import io.belay.runtime.cli.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows each report as a table, and keeps it as a page. */
record Pages(Console console, Path page) {
    void show(Report report) throws IOException {
        table(report);
        var written = of(report.function());
        var folder = written.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (var out = Files.newOutputStream(written)) {
            Faces.HTML.write(report, out);
        }
        console.out().println("page: " + written + "\n");
        console.out().flush();
    }

    void table(Report report) {
        console.out().print(Faces.terminal(console.width(), console.colour()).text(report));
    }

    /** The first function's is the one that was named; another's stands beside it. */
    private Path of(String function) {
        if (function.equals(Bundle.HEALTH)) {
            return page;
        }
        var name = String.valueOf(page.getFileName());
        var dot = name.lastIndexOf('.');
        var stem = dot > 0 ? name.substring(0, dot) : name;
        return page.resolveSibling(stem + "-" + function + (dot > 0 ? name.substring(dot) : ""));
    }
}
