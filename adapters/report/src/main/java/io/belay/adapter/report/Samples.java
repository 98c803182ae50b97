package io.belay.adapter.report;

import java.time.Duration;
import java.util.List;

/** The latencies of a sampled finding, shortest first; at least one. */
record Samples(List<Duration> sorted) {
    Samples {
        sorted = sorted.stream().sorted().toList();
    }

    /** By nearest rank: the smallest latency that {@code percent} of them keep within. */
    Duration percentile(int percent) {
        return sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }

    Duration sum() {
        return sorted.stream().reduce(Duration.ZERO, Duration::plus);
    }

    int count() {
        return sorted.size();
    }
}
