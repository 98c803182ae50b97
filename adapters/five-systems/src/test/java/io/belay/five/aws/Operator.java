package io.belay.five.aws;

import io.belay.assembly.Bundle;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whoever calls Belay's functions for a system: a clock, an alarm, a person. */
public record Operator(Bundle bundle, TestingTime time) {
    private static final Duration LONGEST = Duration.ofMinutes(15);

    /** Runs a function as the clock does. */
    public Report run(String function) {
        return run(function, Set.of(), Optional.empty());
    }

    /** Runs a function for a cause. */
    public Report run(String function, Cause cause) {
        return run(function, Set.of(), Optional.of(cause));
    }

    /** Runs a function on some of its subjects. */
    public Report run(String function, Set<String> only) {
        return run(function, only, Optional.empty());
    }

    private Report run(String function, Set<String> only, Optional<Cause> cause) {
        return bundle.function(function)
                .apply(new Request(only, time.in(LONGEST), new Correlation("five-systems"), cause));
    }

    /** Sets all alarms of the file, as a person does who has looked at the plan. */
    public void setAlarms() {
        var plan = run(Bundle.ALARMS_PLAN).findings().getFirst();
        var id = plan.evidence().stream()
                .filter(each -> each.fact().equals("plan"))
                .map(Evidence::observed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(plan.toString()));
        var applied = run(Bundle.ALARMS_APPLY, new Cause.Person("ada", Optional.of(id)));
        if (applied.verdict() != Verdict.PASS) {
            throw new IllegalStateException(applied.findings().toString());
        }
    }

    /** What a report says of a subject. */
    public static Finding finding(Report report, String subject) {
        return report.findings().stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + subject + " in " + report.findings()));
    }

    /** What of a finding, and of its parts, is not as was expected. */
    public static Stream<Evidence> unmet(Finding finding) {
        return Stream.concat(
                finding.evidence().stream().filter(each -> !each.met()),
                finding.parts().stream().flatMap(Operator::unmet));
    }
}
