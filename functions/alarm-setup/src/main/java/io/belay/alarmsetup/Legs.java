package io.belay.alarmsetup;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillSpec;
import io.belay.core.alarm.DrillTrail.Leg;
import io.belay.core.fact.Spans;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The way of one drill, leg by leg. */
record Legs(DrillSpec drill, String alarm, DrillMark mark, Time time) {
    /** Kept back for leaving the alarm to itself again. */
    private static final Duration RESERVE = Duration.ofSeconds(10);

    /** Each leg; the first that is not seen in time ends the wait for all. */
    List<Finding> follow(Instant rung, Deadline deadline) throws InterruptedException {
        var findings = new ArrayList<Finding>();
        var until = new Deadline(deadline.at().minus(RESERVE), time).within(drill.within());
        var before = rung;
        var lost = false;
        for (var leg : Leg.values()) {
            if (lost) {
                findings.add(finding(leg, Verdict.UNKNOWN, "not waited for", Duration.ZERO));
                continue;
            }
            try {
                var seen = await(leg, rung, until);
                // Each leg is written down by another clock.
                var at = seen.isBefore(before) ? before : seen;
                var took = Duration.between(before, at);
                findings.add(finding(leg, Verdict.PASS, "after " + Spans.shown(took), took));
                before = at;
            } catch (PortException fault) {
                lost = true;
                var missed = fault.fault().kind() == Fault.Kind.NOT_FOUND;
                findings.add(finding(
                        leg,
                        missed ? Verdict.FAIL : Verdict.UNKNOWN,
                        fault.fault().message(),
                        Duration.between(before, time.instant())));
            }
        }
        return findings;
    }

    private Instant await(Leg leg, Instant rung, Deadline until) throws InterruptedException {
        while (true) {
            var seen = new Backoff(time, until).patiently(() -> drill.trail().seen(leg, alarm, mark, rung, until));
            if (seen.isPresent()) {
                return seen.get();
            }
            if (until.remaining().compareTo(drill.every()) <= 0) {
                throw new PortException(new Fault(
                        Fault.Kind.NOT_FOUND,
                        "not seen within " + Spans.shown(Duration.between(rung, time.instant()))));
            }
            time.pause(drill.every());
        }
    }

    Finding reset(Backoff backoff) throws InterruptedException {
        var before = time.instant();
        try {
            backoff.patiently(() -> {
                drill.bell().reset(alarm, mark, backoff.deadline());
                return before;
            });
            return new Finding(
                    "reset", "drill", alarm, Verdict.PASS, "left to what it measures", List.of(), since(before));
        } catch (PortException fault) {
            var summary = "may still be red for drill " + mark + ": " + fault.fault();
            return new Finding("reset", "drill", alarm, Verdict.FAIL, summary, List.of(), since(before));
        }
    }

    /** All legs against the promise, and against what the plan reckons with. */
    Finding sum(Frame frame, SystemSpec system, List<Finding> legs) {
        var worst = Verdict.worst(legs.stream().map(Finding::verdict).toList());
        var sum = legs.stream()
                .filter(each -> !each.subject().equals("reset"))
                .map(Finding::took)
                .reduce(Duration.ZERO, Duration::plus);
        var promise = system.rollback().promise();
        var kept = sum.compareTo(promise) <= 0;
        var reckoned = system.alarms()
                .safety()
                .delivery()
                .plus(system.alarms().safety().start());
        var called = legs.stream()
                .filter(each -> each.subject().equals(Leg.CALLED.word()))
                .map(Finding::took)
                .reduce(Duration.ZERO, Duration::plus);
        var soon = called.compareTo(reckoned) <= 0;
        var evidence = List.of(
                Evidence.noted("drill", mark.id()),
                Evidence.compared("all legs", "<= " + Spans.shown(promise), Spans.shown(sum), kept),
                Evidence.compared("delivery and start", "<= " + Spans.shown(reckoned), Spans.shown(called), soon));
        if (worst != Verdict.PASS) {
            return frame.head(worst, alarm + " was rung, and not all of the way was seen", evidence);
        }
        var verdict = kept ? soon ? Verdict.PASS : Verdict.WARN : Verdict.FAIL;
        var slow = soon ? "" : "; it was called later than the plan reckons with";
        return frame.head(
                verdict,
                alarm + " was announced after " + Spans.shown(sum) + ", promised within " + Spans.shown(promise) + slow,
                evidence);
    }

    private Finding finding(Leg leg, Verdict verdict, String summary, Duration took) {
        var evidence =
                Evidence.compared("seen", "yes", verdict == Verdict.PASS ? "yes" : "no", verdict == Verdict.PASS);
        return new Finding(leg.word(), "drill", alarm, verdict, summary, List.of(evidence), took);
    }

    private Duration since(Instant before) {
        return Duration.between(before, time.instant());
    }
}
