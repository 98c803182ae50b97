package io.belay.health;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Percentiles by nearest rank: always a latency that was measured, never one made up between two. */
final class Percentiles {
    static final Set<FactName> NAMES =
            Set.of(FactName.of("p50"), FactName.of("p90"), FactName.of("p95"), FactName.of("p99"), FactName.of("max"));

    private Percentiles() {}

    /** The facts of {@code latencies}, of {@code asked} askings in all. */
    static List<Fact> of(List<Duration> latencies, int asked) {
        var facts = new ArrayList<Fact>();
        if (!latencies.isEmpty()) {
            for (int rank : List.of(50, 90, 95, 99)) {
                facts.add(Fact.of("p" + rank, Value.of(at(rank, latencies))));
            }
            facts.add(Fact.of("max", Value.of(at(100, latencies))));
        }
        var lost = BigDecimal.valueOf((asked - latencies.size()) * 100L)
                .divide(BigDecimal.valueOf(asked), 2, RoundingMode.HALF_UP);
        facts.add(Fact.of(Observable.LOST, Value.of(lost)));
        facts.add(Fact.of("samples", Value.of(asked)));
        return facts;
    }

    /** The smallest latency that {@code rank} percent of them keep within. */
    static Duration at(int rank, List<Duration> latencies) {
        var sorted = latencies.toArray(Duration[]::new);
        Arrays.sort(sorted);
        return sorted[Math.max(0, Math.ceilDiv(rank * sorted.length, 100) - 1)];
    }
}
