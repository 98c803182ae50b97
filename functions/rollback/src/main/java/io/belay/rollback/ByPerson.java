package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.RollbackStop;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What {@link Stopping} and {@link Resuming} have in common: who may ask, for what, and who is told of it. */
record ByPerson(Lever lever, SystemSpec system, Time time) {
    Report apply(Request request) {
        var started = time.instant();
        var frame = new Frame(lever.function(), system, time);
        try {
            var outcome = outcome(request);
            var report = frame.report(request, started, outcome.findings());
            if (request.cause().isEmpty()) {
                return report;
            }
            var words = new Words(system, request, outcome);
            var announced = new Telling(system.rollback().announcers(), time, request.deadline())
                    .tell(words.title(), words.text(), report);
            return frame.report(
                    request,
                    started,
                    Stream.concat(outcome.findings().stream(), announced.stream())
                            .toList());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return frame.report(request, started, List.of(said(Verdict.UNKNOWN, "the run was called off")));
        }
    }

    private Outcome outcome(Request request) throws InterruptedException {
        var all = system.rollback().stops();
        var names = all.stream().map(RollbackStop::name).collect(Collectors.toSet());
        if (all.isEmpty()) {
            return refused("the system file has no rollback.stop", "say there what a person may stop");
        }
        if (request.cause().filter(Cause.Person.class::isInstance).isEmpty()) {
            return refused("a person has to ask for it", "ask for it as a person");
        }
        if (!names.containsAll(request.only())) {
            return refused(
                    "no such stop: " + sorted(request.only(), names) + "; there is "
                            + names.stream().sorted().collect(Collectors.joining(", ")),
                    "name what the system file names");
        }
        var asked = all.stream()
                .filter(each -> request.only().isEmpty() || request.only().contains(each.name()))
                .toList();
        return outcome(new Braking(lever, time, acting(request.deadline())).pull(asked));
    }

    private static String sorted(Set<String> only, Set<String> names) {
        return only.stream().filter(each -> !names.contains(each)).sorted().collect(Collectors.joining(", "));
    }

    private Outcome outcome(List<Finding> findings) {
        var open = findings.stream()
                .filter(each -> each.verdict() != Verdict.PASS)
                .map(Finding::subject)
                .toList();
        var all = findings.stream().map(Finding::subject).collect(Collectors.joining(", "));
        var title = open.isEmpty()
                ? lever.done() + " " + all
                : "not all of " + all + " is " + lever.done() + ": " + String.join(", ", open);
        var worst = findings.stream().anyMatch(each -> each.verdict() == Verdict.FAIL)
                ? Outcome.Kind.FAILED
                : Outcome.Kind.UNKNOWN;
        var kind = open.isEmpty() ? Outcome.Kind.DONE : worst;
        var next = open.isEmpty() ? lever.next() : "look why, and ask again: what is " + lever.done() + " stays so";
        var list = new ArrayList<Finding>();
        list.add(said(kind.verdict(), title));
        list.addAll(findings);
        return new Outcome(kind, title, next, list);
    }

    private Outcome refused(String why, String next) {
        var title = "not " + lever.done() + ": " + why;
        return new Outcome(Outcome.Kind.REFUSED, title, next, List.of(said(Verdict.FAIL, title)));
    }

    private Finding said(Verdict verdict, String summary) {
        return new Finding(lever.function(), lever.function(), "", verdict, summary, List.of(), Duration.ZERO);
    }

    /** Some time is kept back, so that what was done can be told. */
    private Deadline acting(Deadline deadline) {
        return deadline.within(deadline.remaining().multipliedBy(9).dividedBy(10));
    }
}
