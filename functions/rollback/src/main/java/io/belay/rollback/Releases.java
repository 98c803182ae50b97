package io.belay.rollback;

import static java.util.Objects.requireNonNull;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.Standing;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Lists of each target what serves, what is known to be good, what is in quarantine, the last rollback's journal, and what it
 * can run. Changes nothing. Safe for use by many threads.
 */
public final class Releases implements Function<Request, Report> {
    private final SystemSpec system;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}. */
    public Releases(SystemSpec system, Time time) {
        this.system = requireNonNull(system, "system");
        this.time = requireNonNull(time, "time");
        frame = new Frame("release", system, time);
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        try {
            var steps = system.rollback().steps().stream()
                    .filter(each -> request.only().isEmpty() || request.only().contains(each.name()))
                    .toList();
            var survey = Survey.of(steps, time, request.deadline());
            return frame.report(
                    request,
                    started,
                    Stream.concat(survey.seen().stream().map(Releases::finding), survey.unread().stream())
                            .toList());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return frame.report(request, started, List.of(Found.calledOff()));
        }
    }

    private static Finding finding(Seen seen) {
        var target = seen.step().target();
        return new Finding(
                seen.step().name(),
                target.kind(),
                target.target().address(),
                Verdict.PASS,
                "serves " + seen.serving(),
                evidence(seen),
                Duration.ZERO);
    }

    private static List<Evidence> evidence(Seen seen) {
        var evidence = new ArrayList<Evidence>();
        evidence.add(Evidence.noted("serves", seen.serving()));
        evidence.add(
                Evidence.noted("since", seen.deployed().map(Instant::toString).orElse("not known")));
        evidence.add(Evidence.noted("condition", condition(seen.standing().condition())));
        seen.memory()
                .stamps()
                .forEach(each -> evidence.add(Evidence.noted(
                        "known good " + each.revision(),
                        "since " + each.at() + ", report " + each.evidence() + ", databases at " + each.heads())));
        seen.memory()
                .quarantined()
                .forEach(each -> evidence.add(Evidence.noted(
                        "quarantine " + each.revision(), "since " + each.at() + ", by " + each.rollback())));
        seen.memory()
                .journal()
                .ifPresent(each -> evidence.add(Evidence.noted(
                        "journal",
                        each.rollback() + " from " + each.from() + " to " + each.to() + ": " + each.state() + ", begun "
                                + each.begun() + ", touched " + each.touched())));
        seen.standing()
                .revisions()
                .forEach(each -> evidence.add(Evidence.noted(
                        "revision " + each.revision(),
                        each.label() + each.unfit().map(why -> " (" + why + ")").orElse(""))));
        return evidence;
    }

    private static String condition(Standing.Condition condition) {
        return switch (condition) {
            case Standing.Condition.Settled _ -> "settled";
            case Standing.Condition.Moving moving -> "moving: " + moving.how();
            case Standing.Condition.Broken broken -> "broken: " + broken.why();
        };
    }
}
