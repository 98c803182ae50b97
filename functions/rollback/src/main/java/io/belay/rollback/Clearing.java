package io.belay.rollback;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Lifts the quarantine of the revisions that the request names in {@link Request#only()}, on a person's word alone. Each has to be
 * in a quarantine; nothing serves or stops serving by it. Safe for use by many threads.
 */
public final class Clearing implements Function<Request, Report> {
    private final SystemSpec system;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}. */
    public Clearing(SystemSpec system, Time time) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        frame = new Frame("clear", system, time);
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
        var person = request.cause().filter(Cause.Person.class::isInstance);
        if (person.isEmpty() || request.only().isEmpty()) {
            return List.of(
                    said("clear", Verdict.FAIL, "not cleared: a person has to ask for it, and to name the revisions"));
        }
        var survey = Survey.of(system.rollback().steps(), time, request.deadline());
        if (!survey.unread().isEmpty()) {
            return survey.unread();
        }
        var findings = new ArrayList<Finding>();
        for (var name : request.only().stream().sorted().toList()) {
            if (survey.seen().stream().noneMatch(each -> holds(each, name))) {
                findings.add(said(name, Verdict.FAIL, "not cleared: no target has it in quarantine"));
            }
        }
        if (!findings.isEmpty()) {
            return findings;
        }
        for (var each : survey.seen()) {
            var named =
                    request.only().stream().filter(name -> holds(each, name)).collect(Collectors.toSet());
            if (!named.isEmpty()) {
                findings.add(cleared(each, named, request));
            }
        }
        return findings;
    }

    private static Finding cleared(Seen seen, Set<String> names, Request request) throws InterruptedException {
        var by = request.cause().map(Cause::shown).orElse("");
        if (seen.open().isPresent()) {
            return said(seen.step().name(), Verdict.FAIL, "not cleared: a rollback is under way");
        }
        var memory = seen.memory();
        var kept = memory.quarantined().stream()
                .filter(each -> !names.contains(each.revision().name()))
                .toList();
        try {
            seen.step()
                    .target()
                    .remember(
                            seen.standing(),
                            new Memory(memory.stamps(), kept, memory.journal(), memory.rollbacks()),
                            request.deadline());
            return said(seen.step().name(), Verdict.PASS, "cleared " + String.join(", ", names) + ": " + by);
        } catch (PortException fault) {
            return said(seen.step().name(), Verdict.UNKNOWN, "not cleared: " + fault.fault());
        }
    }

    private static boolean holds(Seen seen, String name) {
        return seen.memory().quarantined().stream()
                .map(Quarantine::revision)
                .anyMatch(each -> each.name().equals(name));
    }

    private static Finding said(String subject, Verdict verdict, String summary) {
        return new Finding(subject, "clear", "", verdict, summary, List.of(), Duration.ZERO);
    }
}
