package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.core.Progress;
import io.belay.core.Verdict;
import io.belay.core.check.Limits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long 1,000 checks of 200 ms each take at a bound of 256, beside the four waves that it cannot be less than. */
final class FanOut {
    static final int CHECKS = 1_000;
    static final int BOUND = 256;
    static final Duration SPAN = Duration.ofMillis(200);
    static final Limits LIMITS = new Limits(BOUND, BOUND, Duration.ofSeconds(60));

    /** Of the middle round: the first is the JVM's too, which has compiled nothing yet. */
    private static final Promise PROMISE = Promise.medianAtMost(1.15);

    private static final int ROUNDS = 5;

    private FanOut() {}

    static List<Figure> figures() throws Exception {
        var figures = new ArrayList<Figure>();
        figures.add(row());
        figures.addAll(Beside.figures());
        figures.addAll(Hanging.rows());
        figures.addAll(TenThousand.figures());
        return figures;
    }

    /** In milliseconds. */
    static long ideal() {
        return Math.ceilDiv(CHECKS, BOUND) * SPAN.toMillis();
    }

    private static Row row() {
        var time = new SystemTime();
        var bundle = Bundle.of(TimedKind.system(LIMITS, new TimedKind(SPAN).checks(CHECKS)), time, Progress.NONE);
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            ratios[round] = passing(bundle, time) / ideal();
        }
        return Row.of("1,000 checks of 200 ms, 256 at once, over the ideal 800 ms", "x", ratios, PROMISE);
    }

    /** How long a run of health took in which every check passes, in milliseconds. */
    static double passing(Bundle bundle, SystemTime time) {
        var began = System.nanoTime();
        var report = OpenDoor.bare(bundle, time);
        var took = (System.nanoTime() - began) / 1e6;
        if (report.verdict() != Verdict.PASS) {
            throw new IllegalStateException(report.findings().stream()
                    .filter(finding -> finding.verdict() != Verdict.PASS)
                    .findFirst()
                    .toString());
        }
        return took;
    }
}
