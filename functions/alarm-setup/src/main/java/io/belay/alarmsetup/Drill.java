package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.system.SystemSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Rings an alarm for nothing and follows it to the announcement: how long each leg took, and all of them against the promise. The
 * alarm is the marked one that is there for it; a real one, for which releases are put back, where a person names it in {@link
 * Request#only} and by that consents. What answers a drill plans a rollback and makes none. In the end the alarm is left to what it
 * measures again, whatever happened. Safe for use by many threads.
 */
public final class Drill implements Function<Request, Report> {
    private final SystemSpec system;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}. */
    public Drill(SystemSpec system, Time time) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        frame = new Frame("alarms-drill", system, time);
    }

    @Override
    public Report apply(Request request) {
        return frame.report(request, () -> findings(request));
    }

    private List<Finding> findings(Request request) throws InterruptedException {
        var drill = system.alarms().drill();
        if (drill.isEmpty()) {
            return not(Verdict.UNKNOWN, "the system file has no drill");
        }
        var named = request.only();
        var consented = request.cause().filter(Cause.Person.class::isInstance).isPresent();
        if (named.isEmpty() || named.equals(Set.of(drill.get().alarm()))) {
            return drilled(drill.get(), drill.get().alarm(), request);
        }
        var real = system.rollback().when().alarms().stream()
                .filter(each -> named.equals(Set.of(each.alarm())))
                .map(Watched::alarm)
                .findFirst();
        if (real.isEmpty()) {
            return not(Verdict.FAIL, "name one alarm for which releases are put back, or none");
        }
        return consented
                ? drilled(drill.get(), real.get(), request)
                : not(Verdict.FAIL, "a person has to consent to ringing " + real.get() + ", which is no test alarm");
    }

    private List<Finding> drilled(DrillSpec drill, String alarm, Request request) throws InterruptedException {
        var backoff = new Backoff(time, request.deadline());
        try {
            var state = backoff.patiently(() -> drill.source().read(alarm, request.deadline()));
            if (state.colour() == Colour.RED) {
                return not(Verdict.WARN, alarm + " is red by itself: " + state.reason());
            }
        } catch (PortException fault) {
            return not(Verdict.UNKNOWN, alarm + " could not be asked: " + fault.fault());
        }
        var mark = DrillMark.of(request.correlation());
        var legs = new Legs(drill, alarm, mark, time);
        var findings = new ArrayList<Finding>();
        Optional<PortException> unrung = Optional.empty();
        try {
            var rung = time.instant();
            backoff.patiently(() -> {
                drill.bell().ring(alarm, mark, request.deadline());
                return rung;
            });
            findings.addAll(legs.follow(rung, request.deadline()));
        } catch (PortException fault) {
            unrung = Optional.of(fault);
        } finally {
            // Even where the ringing was given up: its answer alone may have been lost.
            findings.add(legs.reset(backoff));
        }
        findings.addFirst(unrung.map(fault ->
                        head(Verdict.UNKNOWN, "not drilled: " + alarm + " could not be rung: " + fault.fault()))
                .orElseGet(() -> legs.sum(frame, system, findings)));
        return findings;
    }

    private List<Finding> not(Verdict verdict, String why) {
        return List.of(head(verdict, "not drilled: " + why));
    }

    private Finding head(Verdict verdict, String summary) {
        return frame.head(verdict, summary, List.of());
    }
}
