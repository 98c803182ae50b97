package io.belay.health;

import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Latencies;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The percentiles of a sampled check, as facts. */
final class Percentiles {
    static final Set<FactName> NAMES =
            Set.of(FactName.of("p50"), FactName.of("p90"), FactName.of("p95"), FactName.of("p99"), FactName.of("max"));

    private Percentiles() {}

    /** The facts of {@code latencies}, of {@code asked} askings in all. */
    static List<Fact> of(List<Duration> latencies, int asked) {
        var facts = new ArrayList<Fact>();
        if (!latencies.isEmpty()) {
            var sorted = new Latencies(latencies);
            for (int rank : List.of(50, 90, 95, 99)) {
                facts.add(Fact.of("p" + rank, Value.of(sorted.percentile(rank))));
            }
            facts.add(Fact.of("max", Value.of(sorted.percentile(100))));
        }
        var lost = BigDecimal.valueOf((asked - latencies.size()) * 100L)
                .divide(BigDecimal.valueOf(asked), 2, RoundingMode.HALF_UP);
        facts.add(Fact.of(Observable.LOST, Value.of(lost)));
        facts.add(Fact.of("samples", Value.of(asked)));
        return facts;
    }
}
