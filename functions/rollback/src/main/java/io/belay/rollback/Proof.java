package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
import io.belay.core.release.RollbackProof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Asks how the system is until it is well, once all has arrived; and looks meanwhile whether all stays there. */
record Proof(Drive drive, Ports ports, RollbackProof spans, List<Course> courses) {
    /**
     * What it came to.
     *
     * @param moved where a target did not stay; the course and what became of it
     * @param over whether the time that health had is over, not only this run's
     */
    record Said(Finding finding, Optional<Moved> moved, boolean well, boolean over) {}

    /** A target that did not stay. */
    record Moved(Course course, Reached reached) {}

    Said ask() throws InterruptedException {
        var time = ports.time();
        var began = time.instant();
        var until = Deadline.in(spans.within(), time);
        var looked = began;
        for (int asked = 1; ; asked++) {
            var report = ports.health(ports.deadline().within(until.remaining()));
            var well = report.verdict() == Verdict.PASS || report.verdict() == Verdict.WARN;
            var over = until.passed();
            if (well) {
                // What health says is of what stands now: somebody may have deployed just before it was asked.
                return new Said(finding(report, asked, began), moved(), true, over);
            }
            if (over || ports.deadline().passed()) {
                return new Said(finding(report, asked, began), Optional.empty(), false, over);
            }
            if (Duration.between(looked, time.instant()).compareTo(Drive.LEASE.dividedBy(2)) >= 0) {
                var moved = moved();
                if (moved.isPresent()) {
                    return new Said(finding(report, asked, began), moved, false, false);
                }
                looked = time.instant();
            }
            time.pause(spans.every());
        }
    }

    private Optional<Moved> moved() throws InterruptedException {
        for (var course : courses) {
            var reached = drive.keep(course);
            if (!(reached instanceof Reached.Goal)) {
                return Optional.of(new Moved(course, reached));
            }
        }
        return Optional.empty();
    }

    private Finding finding(Report report, int asked, Instant began) {
        var took = Duration.between(began, ports.time().instant());
        var sick = report.findings().stream()
                .filter(each -> each.verdict() == Verdict.FAIL || each.verdict() == Verdict.UNKNOWN)
                .map(each -> each.subject() + ": " + each.summary())
                .findFirst();
        var summary = switch (report.verdict()) {
            case PASS -> "well after " + Spans.shown(took);
            case WARN -> "well, with warnings, after " + Spans.shown(took);
            case UNKNOWN, FAIL ->
                "not well after " + Spans.shown(took)
                        + sick.map(each -> ": " + each).orElse("");
        };
        return new Finding(
                "health",
                "health",
                "",
                report.verdict(),
                summary,
                List.of(
                        Evidence.compared(
                                "verdict",
                                "PASS within " + Spans.shown(spans.within()),
                                report.verdict().name(),
                                report.verdict() == Verdict.PASS || report.verdict() == Verdict.WARN),
                        Evidence.noted("asked", Integer.toString(asked))),
                took);
    }
}
