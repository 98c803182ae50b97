package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Progress;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.Limits;
import java.time.Duration;
import java.util.OptionalDouble;
import java.util.Set;

/** How long 1,000 checks of 200 ms each take at a bound of 256, beside the four waves that it cannot be less than. */
final class FanOut {
    private static final int CHECKS = 1_000;
    private static final int BOUND = 256;
    private static final Duration SPAN = Duration.ofMillis(200);
    private static final int ROUNDS = 5;

    Row row() {
        var time = new SystemTime();
        var system =
                TimedKind.system(new Limits(BOUND, 16, Duration.ofSeconds(60)), new TimedKind(SPAN).checks(CHECKS));
        var health = Bundle.of(system, time, Progress.NONE).function("health");
        var ideal = Math.ceilDiv(CHECKS, BOUND) * SPAN.toMillis();
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var began = System.nanoTime();
            var report = health.apply(
                    new Request(Set.of(), Deadline.in(Duration.ofMinutes(1), time), new Correlation("bench-fan")));
            if (report.verdict() != Verdict.PASS) {
                throw new IllegalStateException("not every check passed");
            }
            ratios[round] = (System.nanoTime() - began) / 1e6 / ideal;
        }
        return Row.of(
                "1,000 checks of 200 ms, 256 at once, over the ideal 800 ms", "x", ratios, OptionalDouble.empty());
    }
}
