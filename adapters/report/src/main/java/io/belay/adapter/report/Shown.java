package io.belay.adapter.report;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** What of a finding is shown to people, alike on a page and in a terminal. */
final class Shown {
    /** The kind of a finding whose parts were run one after the other. */
    private static final String SCENARIO = "scenario";

    /** The functions whose reports say what is and what was done: of those, what passed is as much to be read as what did not. */
    private static final Set<String> TELLING =
            Set.of("rollback", "rollback-plan", "release", "stamp", "clear", "stop", "resume");

    /** Of these a line says all. */
    private static final Set<String> IN_A_LINE = Set.of("guard", Moments.KIND);

    private Shown() {}

    /** Whether {@code finding} of {@code report} is shown with all that it rests on. */
    static boolean inFull(Report report, Finding finding) {
        return finding.verdict() != Verdict.PASS || (telling(report) && !IN_A_LINE.contains(finding.kind()));
    }

    /** Whether {@code report} says what is: no part of a summary is left out, and what nothing is expected of stands by itself. */
    static boolean telling(Report report) {
        return TELLING.contains(report.function());
    }

    /** At most {@code most} of its evidence; where that is not all, what is not as expected goes first. */
    static List<Evidence> evidence(Finding finding, int most) {
        if (finding.evidence().size() <= most) {
            return finding.evidence();
        }
        return finding.evidence().stream()
                .sorted(Comparator.comparing(Evidence::met))
                .limit(most)
                .toList();
    }

    /** Whether its parts are steps, each with a time of its own, and not sides of one thing that was asked at once. */
    static boolean inSteps(Finding finding) {
        return finding.kind().equals(SCENARIO);
    }

    /** Whether it says anything to tell how long {@code part} of {@code whole} took. */
    static boolean timed(Finding whole, Finding part) {
        return inSteps(whole) || part.took().compareTo(Duration.ZERO) > 0;
    }
}
