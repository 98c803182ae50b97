package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.Applied;
import io.belay.core.system.SystemSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Makes the changes of the plan that a person looked at and asks for by its id, and no others: where the plan is another by now,
 * none. A run that was cut short leaves what it made; the plan that is drawn next holds the rest. Safe for use by many threads; of
 * two at once each change is made by one.
 */
public final class AlarmApply implements Function<Request, Report> {
    private final SystemSpec system;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}. */
    public AlarmApply(SystemSpec system, Time time) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        frame = new Frame("alarms-apply", system, time);
    }

    @Override
    public Report apply(Request request) {
        return frame.report(request, () -> findings(request));
    }

    private List<Finding> findings(Request request) throws InterruptedException {
        var spec = system.alarms();
        if (spec.sites().isEmpty()) {
            return List.of(frame.head(Verdict.UNKNOWN, "the system file has no alarms", List.of()));
        }
        var asked =
                request.cause().flatMap(each -> each instanceof Cause.Person person ? person.plan() : Optional.empty());
        if (asked.isEmpty()) {
            return List.of(
                    frame.head(Verdict.FAIL, "not applied: a person has to ask for a plan by its id", List.of()));
        }
        var look = Look.at(spec, request.only(), time, request.deadline());
        if (!look.unread().isEmpty()) {
            var head = frame.head(Verdict.UNKNOWN, "not applied: not every store could be read", List.of());
            return Stream.concat(Stream.of(head), look.unread().stream()).toList();
        }
        if (look.changes() == 0) {
            return List.of(frame.head(Verdict.PASS, "nothing to do", List.of()));
        }
        var plan = PlanId.of(look.drawn());
        var same = plan.equals(asked.get());
        var evidence = List.of(Evidence.compared("plan", plan, asked.get(), same));
        return same
                ? applied(look, request, evidence)
                : List.of(frame.head(
                        Verdict.FAIL,
                        "not applied: the plan is " + plan + " by now; look at it and ask again",
                        evidence));
    }

    private List<Finding> applied(Look look, Request request, List<Evidence> evidence) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        for (var drawn : look.drawn()) {
            var applying = new Applying(drawn.store(), system.alarms().owner(), time, request.deadline());
            for (var became : applying.apply(drawn.plan().changes())) {
                findings.add(finding(new Told(drawn), became));
            }
        }
        var made =
                findings.stream().filter(each -> each.verdict() == Verdict.PASS).count();
        var all = made == findings.size();
        var verdict = Verdict.worst(findings.stream().map(Finding::verdict).toList());
        var summary = "applied " + made + " of " + findings.size() + (findings.size() == 1 ? " change" : " changes")
                + (all ? "" : "; plan again for the rest");
        findings.addFirst(frame.head(verdict, summary, evidence));
        return findings;
    }

    private static Finding finding(Told told, Became became) {
        var sign = Sign.of(became.change());
        return switch (became) {
            case Became.NotBegun(var change, var why) -> told.of(change, sign, Verdict.UNKNOWN, "not begun: " + why);
            case Became.Done(var change, Applied.Written _) -> told.done(change, sign, "done");
            case Became.Done(var change, Applied.SoAlready _) -> told.done(change, sign, "was so already");
            case Became.Done(var change, Applied.Refused(var fault)) ->
                told.of(
                        change,
                        sign,
                        fault.kind().retryable() ? Verdict.UNKNOWN : Verdict.FAIL,
                        fault.kind() == Fault.Kind.CONFLICT
                                ? "not done: somebody changed it meanwhile: " + fault.message()
                                : "not done: " + fault);
        };
    }
}
