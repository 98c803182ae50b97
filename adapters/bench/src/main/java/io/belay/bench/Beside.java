package io.belay.bench;

import io.belay.assembly.SystemTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The same fan-out over HTTP, beside blackbox_exporter on the same targets: a worker for each of so many at once, which asks it
 * for one target after the other, as Prometheus does.
 */
final class Beside {
    /** How long blackbox_exporter may take to ask a target. */
    static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int ROUNDS = 5;
    private static final String NAME = "  over blackbox_exporter's, asked by 256 workers";

    private Beside() {}

    static List<Figure> figures() throws Exception {
        var figures = new ArrayList<Figure>();
        var program = BlackboxExporter.program();
        try (var ports = new Ports(FanOut.SPAN)) {
            var checks = new HttpChecks(FanOut.CHECKS, ports.answering());
            var time = new SystemTime();
            var bundle = checks.bundle(time);
            var ours = new double[ROUNDS];
            var ratios = new double[ROUNDS];
            FanOut.passing(bundle, time);
            if (program.isEmpty()) {
                for (int round = 0; round < ROUNDS; round++) {
                    ours[round] = FanOut.passing(bundle, time) / FanOut.ideal();
                }
            } else {
                try (var exporter = BlackboxExporter.start(program.get())) {
                    exporter.all(checks, FanOut.BOUND);
                    for (int round = 0; round < ROUNDS; round++) {
                        var took = FanOut.passing(bundle, time);
                        ours[round] = took / FanOut.ideal();
                        ratios[round] = took / exporter.all(checks, FanOut.BOUND);
                    }
                }
            }
            figures.add(Row.of("  the same over HTTP on this machine", "x", ours, Promise.none()));
            figures.add(
                    program.isEmpty()
                            ? new Figure.Absent(NAME, "it is not installed; scripts/servers installs it")
                            : Row.of(NAME, "x", ratios, Promise.medianAtMost(1)));
        }
        return figures;
    }
}
