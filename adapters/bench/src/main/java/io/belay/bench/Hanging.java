package io.belay.bench;

import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.Check;
import io.belay.core.check.Limits;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/** When 950 checks of 200 ms have finished where 50 others hang for good, and come first; beside the 950 alone. */
final class Hanging {
    private static final int OTHERS = 950;
    private static final int HANGING = 50;
    private static final int ROUNDS = 5;
    private static final Duration DEADLINE = Duration.ofSeconds(3);

    private Hanging() {}

    static List<Row> rows() {
        var hang = new TimedKind(TimedKind.FOREVER);
        return List.of(
                row(
                        "950 of 200 ms beside 50 that hang, of one host, over the 950 alone",
                        hang.checksOfOneHost(HANGING),
                        1.15),
                // Fifty of the 256 places are theirs: five waves for four.
                row("  of a host each, at the 256 that the file allows at once", hang.checks(HANGING), 1.4));
    }

    private static Row row(String name, List<Check> hanging, double bound) {
        var others = new TimedKind(FanOut.SPAN).checks(OTHERS);
        var together = Stream.concat(hanging.stream(), others.stream()).toList();
        var ratios = new double[ROUNDS];
        for (int round = 0; round < ROUNDS; round++) {
            var alone = finished(others);
            ratios[round] = finished(together) / alone;
        }
        return Row.of(name, "x", ratios, Promise.medianAtMost(bound));
    }

    /** When the last that passes has, in milliseconds since the run began. */
    private static double finished(List<Check> checks) {
        var time = new SystemTime();
        var last = new AtomicLong();
        var passed = new AtomicLong();
        var progress = new Progress() {
            @Override
            public void started(int findings) {}

            @Override
            public void finished(Finding finding) {
                if (finding.verdict() == Verdict.PASS) {
                    passed.incrementAndGet();
                    last.accumulateAndGet(System.nanoTime(), Math::max);
                }
            }
        };
        var bundle = Bundle.of(TimedKind.system(Limits.DEFAULT, checks), time, progress);
        var began = System.nanoTime();
        var _ = bundle.function(Bundle.HEALTH)
                .apply(new Request(Set.of(), Deadline.in(DEADLINE, time), new Correlation("bench-hang")));
        if (passed.get() != OTHERS) {
            throw new IllegalStateException("only " + passed + " of " + OTHERS + " passed within " + DEADLINE);
        }
        return (last.get() - began) / 1e6;
    }
}
