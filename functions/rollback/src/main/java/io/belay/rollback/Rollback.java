package io.belay.rollback;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.SchemaGate;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Puts a system's release back where its cause and all guards allow it: once for each bad revision, however often it is called,
 * on revisions known to be good, and says it is done when health has passed. Where an earlier run was cut short, it goes on.
 *
 * <p>A request without a cause is a sweep: it goes on with what is open, and asks every alarm of the system file. Every run that
 * has a cause is announced; a sweep is where there was something to do ({@link Again}). Safe for use by many threads, and by many instances.
 */
public final class Rollback implements Function<Request, Report> {
    private final SystemSpec system;
    private final Function<Request, Report> health;
    private final SchemaGate schema;
    private final Guards guards;
    private final Time time;
    private final Progress progress;
    private final Asking asking;
    private final Frame frame;

    /** The function for {@code system}, told by {@code health} how it is and by {@code schema} what its databases bear. */
    public Rollback(
            SystemSpec system, Function<Request, Report> health, SchemaGate schema, Time time, Progress progress) {
        this(system, health, schema, Guards.ALL, time, progress, Asking.AT_ONCE);
    }

    Rollback(
            SystemSpec system,
            Function<Request, Report> health,
            SchemaGate schema,
            Guards guards,
            Time time,
            Progress progress) {
        this(system, health, schema, guards, time, progress, Asking.IN_TURN);
    }

    private Rollback(
            SystemSpec system,
            Function<Request, Report> health,
            SchemaGate schema,
            Guards guards,
            Time time,
            Progress progress,
            Asking asking) {
        this.system = requireNonNull(system, "system");
        this.health = requireNonNull(health, "health");
        this.schema = requireNonNull(schema, "schema");
        this.guards = requireNonNull(guards, "guards");
        this.time = requireNonNull(time, "time");
        this.progress = requireNonNull(progress, "progress");
        this.asking = requireNonNull(asking, "asking");
        frame = new Frame("rollback", system, time);
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        var ports = new Ports(health, schema, time, acting(request.deadline()), request.correlation());
        progress.started(system.rollback().steps().size() + 2);
        try {
            var timeline = new Timeline(time);
            var outcome = new Run(system.rollback(), guards, ports, asking, timeline, this::tell).run(request.cause());
            return told(request, started, outcome, timeline);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return frame.report(request, started, List.of(Found.calledOff()));
        }
    }

    /** Some time is kept back, so that what was done can be told. */
    private Deadline acting(Deadline deadline) {
        var kept = deadline.remaining().dividedBy(10);
        var most = Duration.ofSeconds(10);
        return new Deadline(deadline.at().minus(kept.compareTo(most) < 0 ? kept : most), time);
    }

    private Report told(Request request, Instant started, Outcome outcome, Timeline timeline)
            throws InterruptedException {
        var report = frame.report(request, started, joined(outcome.findings(), timeline.finding()));
        if (request.cause().isEmpty() && quiet(request, outcome)) {
            return report;
        }
        var words = new Words(system, request, outcome);
        var announced = new Telling(system.rollback().announcers(), time, request.deadline())
                .tell(words.title(), words.text(), report);
        if (!announced.isEmpty()) {
            timeline.now(
                    "told", announced.size() == 1 ? "one receiver" : announced.size() + " receivers", Verdict.PASS);
        }
        return frame.report(request, started, joined(joined(outcome.findings(), timeline.finding()), announced));
    }

    /** Of a sweep. */
    private boolean quiet(Request request, Outcome outcome) {
        return switch (outcome.kind()) {
            case NOTHING, ELSEWHERE -> true;
            case DONE, FAILED -> false;
            case UNKNOWN, REFUSED ->
                system.rollback().steps().isEmpty()
                        || !request.tick()
                                .map(tick -> Again.due(outcome.raised(), time.instant(), tick))
                                .orElse(true);
        };
    }

    private static List<Finding> joined(List<Finding> some, List<Finding> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    private void tell(Finding finding) {
        progress.finished(frame.shown(finding));
    }
}
