package io.belay.core.fact;

import java.time.Duration;
import java.util.List;

/**
 * The latencies of a sampled check, and their percentiles by nearest rank: always a latency that was measured, never one
 * made up between two.
 *
 * @param sorted shortest first
 */
public record Latencies(List<Duration> sorted) {
    public Latencies {
        sorted = sorted.stream().sorted().toList();
    }

    /**
     * The smallest latency that {@code percent} of them keep within.
     *
     * @param percent 1 to 100; 100 is the longest
     * @throws IndexOutOfBoundsException where there are none
     */
    public Duration percentile(int percent) {
        return sorted.get(Math.max(0, Math.ceilDiv(percent * sorted.size(), 100) - 1));
    }

    /** All of them together. */
    public Duration sum() {
        return sorted.stream().reduce(Duration.ZERO, Duration::plus);
    }

    /** How many there are. */
    public int count() {
        return sorted.size();
    }
}
