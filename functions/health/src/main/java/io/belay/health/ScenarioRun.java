package io.belay.health;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.check.Scenario;
import io.belay.core.check.Step;
import io.belay.core.fact.Spans;
import io.belay.core.settings.SettingException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Runs a scenario's steps in order, then its clean-up.
 *
 * <p>The steps end a little before the deadline, so that the clean-up still has time. A clean-up step that fails makes a
 * warning: the system works, yet something of the test was left in it.
 */
record ScenarioRun(Scenario scenario, Asker asker, Variables variables) {
    private static final Duration LONGEST_RESERVE = Duration.ofSeconds(10);

    Finding run() throws InterruptedException {
        var started = asker.time().instant();
        var parts = new ArrayList<Finding>();
        var steps = asker.until(stepsDeadline());
        for (var step : scenario.steps()) {
            var part = step(step, steps);
            parts.add(part);
            if (part.verdict() == Verdict.FAIL || part.verdict() == Verdict.UNKNOWN) {
                break;
            }
        }
        var ran = List.copyOf(parts);
        var cleaned = new ArrayList<Finding>();
        for (var step : scenario.cleanUp()) {
            if (known(step)) {
                cleaned.add(step(step, asker));
            }
        }
        return finding(ran, cleaned, Duration.between(started, asker.time().instant()));
    }

    private Deadline stepsDeadline() {
        if (scenario.cleanUp().isEmpty()) {
            return asker.deadline();
        }
        var left = asker.deadline().remaining();
        var fifth = Spans.part(left, 5);
        var reserve = fifth.compareTo(LONGEST_RESERVE) < 0 ? fifth : LONGEST_RESERVE;
        return asker.deadline().within(left.minus(reserve));
    }

    /** What was never captured was never made, so there is nothing to clean up after it. */
    private boolean known(Step step) {
        return variables.values().keySet().containsAll(step.check().variables());
    }

    private Finding step(Step step, Asker within) throws InterruptedException {
        var started = asker.time().instant();
        var check = step.check();
        var attempt = attempt(step, within);
        var missing = attempt.passed() ? variables.take(step.captures(), attempt) : Optional.<Evidence>empty();
        var evidence =
                Stream.concat(attempt.evidence().stream(), missing.stream()).toList();
        var verdict = missing.isPresent() ? Verdict.FAIL : attempt.verdict();
        return new Finding(
                        check.name(),
                        check.question().kind().name(),
                        attempt.target(),
                        check.severity().weigh(verdict),
                        missing.isPresent() ? Judge.blame(evidence) : attempt.summary(),
                        evidence,
                        Duration.between(started, asker.time().instant()))
                .map(variables.hide());
    }

    private Asking attempt(Step step, Asker within) throws InterruptedException {
        try {
            var probe = step.check().question().bind(variables.values());
            return new CheckRun(variables.expecting(step.check()), probe, within).run();
        } catch (SettingException unfit) {
            return new Asking(
                    "",
                    Verdict.FAIL,
                    "what was captured does not fit " + unfit.key() + ": " + unfit.getMessage(),
                    List.of(),
                    List.of(),
                    Duration.ZERO,
                    false);
        }
    }

    private Finding finding(List<Finding> ran, List<Finding> cleaned, Duration took) {
        var verdict = Verdict.worst(ran.stream().map(Finding::verdict).toList());
        var dirty = cleaned.stream().anyMatch(each -> each.verdict() != Verdict.PASS);
        return new Finding(
                scenario.name(),
                "scenario",
                ran.getFirst().target(),
                scenario.severity().weigh(dirty ? verdict.or(Verdict.WARN) : verdict),
                summary(ran, cleaned),
                notRun(ran.size()),
                took,
                List.of(),
                Stream.concat(ran.stream(), cleaned.stream()).toList());
    }

    private String summary(List<Finding> ran, List<Finding> cleaned) {
        var last = ran.getLast();
        if (last.verdict() == Verdict.FAIL || last.verdict() == Verdict.UNKNOWN) {
            return "step " + ran.size() + " of " + scenario.steps().size() + ", " + last.subject() + ": "
                    + last.summary();
        }
        return cleaned.stream()
                .filter(each -> each.verdict() != Verdict.PASS)
                .findFirst()
                .map(each -> "passed, but the clean-up did not: " + each.subject() + ": " + each.summary())
                .orElse("all " + ran.size() + " steps passed");
    }

    private List<Evidence> notRun(int ran) {
        var left = scenario.steps().stream()
                .skip(ran)
                .map(step -> step.check().name())
                .collect(Collectors.joining(", "));
        return left.isEmpty() ? List.of() : List.of(Evidence.noted("not run", left));
    }
}
