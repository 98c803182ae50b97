package io.belay.runtime.cli;

import io.belay.adapter.report.ProgressLine;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Correlations;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.fact.Spans;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "health",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Is every part of the system well?",
        footer = {"", "Exit codes: 0 pass or warn, 1 fail, 2 wrong use or file, 3 unknown."})
final class HealthCommand implements Callable<Integer> {
    /** Longer than any system file's own limit may be: that one then holds. */
    private static final Duration UNBOUNDED = Duration.ofDays(1);

    private final Console console;

    @Mixin
    private SystemOption system = new SystemOption();

    @Option(names = "--only", paramLabel = "NAME", description = "Only this check or scenario; may be said again.")
    private List<String> only = List.of();

    @Option(names = "--within", paramLabel = "SPAN", description = "Report by then at the latest, such as 20s.")
    private Optional<String> within = Optional.empty();

    @Mixin
    private FaceOptions faces = new FaceOptions();

    HealthCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        faces.agree(system.path(console));
        var deadline = deadline();
        var progress = console.terminal()
                ? ProgressLine.onTerminal(console.err(), console.time(), console.width())
                : ProgressLine.inLog(console.err(), console.time());
        var bundle = system.open(console, progress);
        var report = run(bundle, new Request(known(bundle.system()), deadline, correlation()));
        progress.over();
        faces.show(report, console);
        return CommandLines.exit(report.verdict());
    }

    private static Report run(Bundle bundle, Request request) {
        return bundle.function("health").apply(request);
    }

    private Deadline deadline() {
        var span = within.map(text -> Spans.read(text)
                        .filter(Duration::isPositive)
                        .orElseThrow(() -> new WrongUse("--within: found " + text + ", meant a span such as 20s")))
                .orElse(UNBOUNDED);
        return Deadline.in(span, console.time());
    }

    private Set<String> known(SystemSpec spec) {
        var names = Stream.concat(
                        spec.health().checks().stream().map(each -> each.name()),
                        spec.health().scenarios().stream().map(each -> each.name()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        var unheard = new HashSet<>(only);
        unheard.removeAll(names);
        if (!unheard.isEmpty()) {
            throw new WrongUse("--only: the system file has no " + String.join(", ", unheard) + "; it has "
                    + String.join(", ", names));
        }
        return Set.copyOf(only);
    }

    private Correlation correlation() {
        var parent = console.environment().getOrDefault("TRACEPARENT", "").toLowerCase(Locale.ROOT);
        return Correlations.of(Map.of("traceparent", parent), Optional.empty());
    }
}
