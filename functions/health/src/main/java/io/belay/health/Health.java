package io.belay.health;

import static java.util.Objects.requireNonNull;

import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.round.Round;
import io.belay.core.round.Subject;
import io.belay.core.round.UnheardOf;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Asks every check and scenario of a system at once and says what it found; of its load what is named, and nothing where nothing is.
 *
 * <p>The report is there by the request's deadline, or by the system file's own limit where that is sooner: what has not
 * finished by then is {@link Verdict#UNKNOWN}. Safe for use by many threads.
 */
public final class Health implements Function<Request, Report> {
    private final SystemSpec system;
    private final Time time;
    private final Progress progress;

    /** The function for {@code system}, told the time by {@code time}. */
    public Health(SystemSpec system, Time time, Progress progress) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        this.progress = requireNonNull(progress, "progress");
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        var limits = system.health().limits();
        var deadline = request.deadline().within(limits.within());
        var asker = new Asker(new Gates(limits), time, deadline);
        var subjects = wanted(request, asker);

        progress.started(subjects.size());
        var findings = new Round(subjects, system.redactor(), progress, deadline).run();

        return new Report(
                "health",
                system.name(),
                system.environment(),
                request.correlation(),
                started,
                Duration.between(started, time.instant()),
                findings);
    }

    private List<Subject> wanted(Request request, Asker asker) {
        var spec = system.health();
        var load = request.only().isEmpty() ? List.<Check>of() : spec.load();
        var all = Stream.<Subject>concat(
                        Stream.concat(spec.checks().stream(), load.stream())
                                .map(check -> new CheckSubject(check, asker)),
                        spec.scenarios().stream()
                                .map(scenario -> new ScenarioSubject(scenario, asker, request.correlation())))
                .toList();
        if (all.isEmpty() && request.only().isEmpty()) {
            return List.of(new UnheardOf(
                    "health", "the system file names no check and no scenario under health: nothing was asked"));
        }
        return Round.wanted(all, request.only(), "the system file has no check or scenario of this name");
    }
}
