package io.belay.rollback;

import static java.util.Objects.requireNonNull;

import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.release.SchemaGate;
import io.belay.core.system.SystemSpec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stamps what serves as known to be good: where every target has settled, serves one revision alone and has done so for the soak
 * time, no alarm of the system file is red, and health passes now. All targets or none; what stands under the same stamp already
 * is not written again. Safe for use by many threads.
 */
public final class Stamping implements Function<Request, Report> {
    private final SystemSpec system;
    private final Function<Request, Report> health;
    private final SchemaGate schema;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}, told by {@code health} how it is and by {@code schema} where its databases stand. */
    public Stamping(SystemSpec system, Function<Request, Report> health, SchemaGate schema, Time time) {
        this.system = requireNonNull(system, "system");
        this.health = requireNonNull(health, "health");
        this.schema = requireNonNull(schema, "schema");
        this.time = requireNonNull(time, "time");
        frame = new Frame("stamp", system, time);
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        try {
            return frame.report(request, started, findings(request));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return frame.report(request, started, List.of(Found.calledOff()));
        }
    }

    private List<Finding> findings(Request request) throws InterruptedException {
        var spec = system.rollback();
        var survey = Survey.of(spec.steps(), time, request.deadline());
        if (spec.steps().isEmpty() || !survey.unread().isEmpty()) {
            var why = spec.steps().isEmpty() ? "the system file has no rollback" : "a target could not be read";
            return Stream.concat(
                            Stream.of(StampMark.said(Verdict.UNKNOWN, "not stamped: " + why)), survey.unread().stream())
                    .toList();
        }
        var mark = new StampMark(time, spec.soak());
        var unready = new ArrayList<Finding>();
        for (var each : survey.seen()) {
            mark.unready(each, request.deadline()).ifPresent(unready::add);
        }
        if (!unready.isEmpty()) {
            return unready;
        }
        try {
            var sick = sick(request);
            return sick.isPresent() ? List.of(sick.get()) : stamped(mark, survey.seen(), request);
        } catch (PortException cannotTell) {
            return List.of(StampMark.said(Verdict.UNKNOWN, "not stamped: " + cannotTell.fault()));
        }
    }

    private Optional<Finding> sick(Request request) throws InterruptedException {
        for (var watched : system.rollback().when().alarms()) {
            if (watched.source().read(watched.alarm(), request.deadline()).colour() == Colour.RED) {
                return Optional.of(StampMark.said(Verdict.WARN, "not stamped: alarm " + watched.alarm() + " is red"));
            }
        }
        var verdict = health.apply(request).verdict();
        return switch (verdict) {
            case PASS, WARN -> Optional.empty();
            case UNKNOWN -> Optional.of(StampMark.said(Verdict.UNKNOWN, "not stamped: health cannot tell"));
            case FAIL -> Optional.of(StampMark.said(Verdict.WARN, "not stamped: health fails"));
        };
    }

    private List<Finding> stamped(StampMark mark, List<Seen> seen, Request request) throws InterruptedException {
        var heads = schema.heads(request.deadline());
        Instant at = mark.moment(seen);
        var findings = new ArrayList<Finding>();
        for (var each : seen) {
            findings.add(mark.stamp(each, at, request, heads));
        }
        return findings;
    }
}
