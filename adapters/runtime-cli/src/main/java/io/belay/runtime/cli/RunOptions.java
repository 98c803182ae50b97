package io.belay.runtime.cli;

import io.belay.adapter.report.ProgressLine;
import io.belay.assembly.Bundle;
import io.belay.assembly.Section;
import io.belay.assembly.door.Asked;
import io.belay.assembly.door.Correlations;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** What one may say to any function, and how it is then run: the file, what of it, by when, and how the report is shown. */
final class RunOptions {
    /** Longer than any system file's own limit may be: that one then holds. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    @Mixin
    private SystemOption system = new SystemOption();

    @Option(
            names = "--within",
            paramLabel = "SPAN",
            scope = ScopeType.INHERIT,
            description = "Be done by then at the latest, such as 20s.")
    private Optional<String> within = Optional.empty();

    @Mixin
    private FaceOptions faces = new FaceOptions();

    /** Runs {@code function}, shows its report, and answers with the exit code. */
    int run(String function, OnlyOption only, Console console) {
        return run(function, section -> new Asked(only.of(section), Optional.empty()), console);
    }

    /** The same, asked of its section as {@code ask} says. */
    int run(String function, Function<Section, Asked> ask, Console console) {
        var report = report(function, ask, console);
        faces.show(report, console);
        return CommandLines.exit(report.verdict());
    }

    /** The report of {@code function}; meanwhile it is told how far it is. */
    Report report(String function, Function<Section, Asked> ask, Console console) {
        faces.agree(system.path(console));
        var deadline = deadline(console);
        var progress = console.terminal()
                ? ProgressLine.onTerminal(console.err(), console.time(), console.width())
                : ProgressLine.inLog(console.err(), console.time());
        var bundle = system.open(console, progress);
        var asked = ask.apply(section(function, bundle));
        var request = new Request(asked.only(), deadline, correlation(console), asked.cause());
        try (var _ = Ticking.each(progress)) {
            return bundle.function(function).apply(request);
        } finally {
            progress.over();
        }
    }

    SystemOption system() {
        return system;
    }

    FaceOptions faces() {
        return faces;
    }

    Deadline deadline(Console console) {
        var span = within.map(text -> Spans.read(text)
                        .filter(Duration::isPositive)
                        .orElseThrow(() -> new WrongUse("--within: found " + text + ", meant a span such as 20s")))
                .orElse(UNBOUNDED);
        return Deadline.in(span, console.time());
    }

    /** What of the file {@code function} looks at. */
    static Section section(String function, Bundle bundle) {
        var section = bundle.section(function);
        if (section.empty()) {
            throw new WrongUse(section.absence() + ", and that is what " + function + " looks at");
        }
        return section;
    }

    private static Correlation correlation(Console console) {
        var parent = console.environment().getOrDefault("TRACEPARENT", "").toLowerCase(Locale.ROOT);
        return Correlations.of(Map.of("traceparent", parent), Optional.empty());
    }
}
