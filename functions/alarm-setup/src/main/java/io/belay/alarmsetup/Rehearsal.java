package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.alarm.DrillTrail.Leg;
import io.belay.core.announce.Announcement;
import io.belay.core.announce.Announcer;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Stands before {@code rollback} where alarms are delivered: one that rings for a drill gets a plan and an announcement that says so,
 * every other goes through. Whether it is a drill, its source is asked. Safe for use by many threads.
 */
public final class Rehearsal implements Function<Request, Report> {
    /** What its report calls it. */
    public static final String NAME = "alarms-rehearsal";

    /** The fact of its first finding that bears the drill's mark; each leg that was gone is a fact by its own word. */
    public static final String MARK = "drill";

    private final SystemSpec system;
    private final Function<Request, Report> rollback;
    private final Function<Request, Report> plan;
    private final Time time;
    private final Frame frame;

    /** Before {@code rollback}, with {@code plan} to say what that would do. */
    public Rehearsal(SystemSpec system, Function<Request, Report> rollback, Function<Request, Report> plan, Time time) {
        this.system = requireNonNull(system, "system");
        this.rollback = requireNonNull(rollback, "rollback");
        this.plan = requireNonNull(plan, "plan");
        this.time = requireNonNull(time, "time");
        frame = new Frame(NAME, system, time);
    }

    @Override
    public Report apply(Request request) {
        if (!(request.cause().orElse(null) instanceof Cause.Alarmed alarmed)
                || system.alarms().drill().isEmpty()) {
            return rollback.apply(request);
        }
        var drill = system.alarms().drill().get();
        try {
            return rings(drill, alarmed, request)
                    .map(mark -> frame.report(request, () -> findings(request, alarmed, mark)))
                    .orElseGet(() -> rollback.apply(request));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return rollback.apply(request);
        }
    }

    /** The mark it rings for; the test alarm rings for nothing else, also where its store keeps no reason. */
    private static Optional<String> rings(DrillSpec drill, Cause.Alarmed alarmed, Request request)
            throws InterruptedException {
        var test = alarmed.alarm().equals(drill.alarm());
        try {
            var state = drill.source().read(alarmed.alarm(), request.deadline());
            return DrillMark.read(state.reason())
                    .map(DrillMark::id)
                    .or(() -> test ? Optional.of("") : Optional.empty());
        } catch (PortException _) {
            // A rollback asks again, and refuses where it cannot be told.
            return test ? Optional.of("") : Optional.empty();
        }
    }

    private List<Finding> findings(Request request, Cause.Alarmed alarmed, String mark) throws InterruptedException {
        var called = time.instant();
        var planned = plan.apply(asked(request, alarmed, mark));
        var made = time.instant();
        var said = planned.findings().isEmpty()
                ? ""
                : planned.findings().getFirst().summary();
        var summary = "drill " + mark + " of " + alarmed.alarm() + ": nothing is wrong, nothing was changed; " + said;
        var findings = new ArrayList<Finding>();
        var title = system.redactor()
                .redact("DRILL of " + system.name() + " " + system.environment() + ": nothing is wrong");
        var announcement = new Announcement(title, system.redactor().redact(summary), planned);
        for (var announcer : system.rollback().announcers()) {
            findings.add(told(announcer, announcement, request));
        }
        var evidence = List.of(
                Evidence.noted(MARK, mark),
                Evidence.noted(Leg.CALLED.word(), called.toString()),
                Evidence.noted(Leg.PLANNED.word(), made.toString()));
        var told = findings.isEmpty() || findings.stream().anyMatch(each -> each.verdict() == Verdict.PASS);
        findings.addFirst(frame.head(Verdict.PASS, summary, told ? told(evidence) : evidence));
        return findings;
    }

    /** The test alarm is of no release: of that, what would be done for a person who asked is what can be told. */
    private Request asked(Request request, Cause.Alarmed alarmed, String mark) {
        var causes = system.rollback().when().alarms().stream()
                .anyMatch(each -> each.alarm().equals(alarmed.alarm())
                        && each.source().kind().equals(alarmed.source()));
        return causes
                ? request
                : new Request(
                        request.only(),
                        request.deadline(),
                        request.correlation(),
                        Optional.of(new Cause.Person("drill " + mark, Optional.empty())));
    }

    private List<Evidence> told(List<Evidence> before) {
        var now = Evidence.noted(Leg.ANNOUNCED.word(), time.instant().toString());
        return Stream.concat(before.stream(), Stream.of(now)).toList();
    }

    private Finding told(Announcer announcer, Announcement announcement, Request request) throws InterruptedException {
        var before = time.instant();
        Optional<String> fault = Optional.empty();
        try {
            announcer.tell(announcement, request.deadline());
        } catch (PortException exception) {
            fault = Optional.of(exception.fault().toString());
        }
        return new Finding(
                "announcement",
                announcer.kind(),
                announcer.target().address(),
                fault.isEmpty() ? Verdict.PASS : Verdict.WARN,
                fault.map(each -> "could not be told: " + each).orElse("told"),
                List.of(),
                Duration.between(before, time.instant()));
    }
}
