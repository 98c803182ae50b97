package io.belay.runtime.cli;

import io.belay.adapter.report.ProgressLine;
import io.belay.assembly.Bundle;
import io.belay.assembly.Section;
import io.belay.assembly.door.Correlations;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Request;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
            names = "--only",
            paramLabel = "NAME",
            scope = ScopeType.INHERIT,
            description = "Only what bears this name in the file; may be said again.")
    private List<String> only = List.of();

    @Option(
            names = "--within",
            paramLabel = "SPAN",
            scope = ScopeType.INHERIT,
            description = "Be done by then at the latest, such as 20s.")
    private Optional<String> within = Optional.empty();

    @Mixin
    private FaceOptions faces = new FaceOptions();

    /** Runs {@code function}, shows its report, and answers with the exit code. */
    int run(String function, Console console) {
        faces.agree(system.path(console));
        var deadline = deadline(console);
        var progress = console.terminal()
                ? ProgressLine.onTerminal(console.err(), console.time(), console.width())
                : ProgressLine.inLog(console.err(), console.time());
        var bundle = system.open(console, progress);
        var request = new Request(known(function, bundle), deadline, correlation(console));
        var report = bundle.function(function).apply(request);
        progress.over();
        faces.show(report, console);
        return CommandLines.exit(report.verdict());
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

    /** What of {@code function}'s section is meant; empty for all of it. */
    Set<String> known(String function, Bundle bundle) {
        var section = bundle.section(function);
        if (section.empty()) {
            throw new WrongUse(section.absence() + ", and that is what " + function + " looks at");
        }
        refuseUnheard(section);
        return Set.copyOf(only);
    }

    private void refuseUnheard(Section section) {
        var unheard = new HashSet<>(only);
        section.names().forEach(unheard::remove);
        if (!unheard.isEmpty()) {
            throw new WrongUse("--only: the system file has no " + String.join(", ", unheard) + " under "
                    + section.key() + "; it has " + String.join(", ", section.names()));
        }
    }

    private static Correlation correlation(Console console) {
        var parent = console.environment().getOrDefault("TRACEPARENT", "").toLowerCase(Locale.ROOT);
        return Correlations.of(Map.of("traceparent", parent), Optional.empty());
    }
}
