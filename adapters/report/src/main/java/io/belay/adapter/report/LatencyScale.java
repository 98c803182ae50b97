package io.belay.adapter.report;

import io.belay.core.Finding;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a latency lies between a page's left and right: logarithmic, since the same report holds 2 ms and 20 s.
 *
 * @param decades how many powers of ten it spans from 1 ms on, 3 to 5: what is beyond lies at its end
 */
record LatencyScale(int decades) {
    /** The scale on which all of {@code findings} can be compared. */
    static LatencyScale of(List<Finding> findings) {
        var longest = findings.stream()
                .flatMap(each -> Stream.concat(Stream.of(each.took()), each.samples().stream()))
                .mapToDouble(LatencyScale::millis)
                .max()
                .orElse(1);
        return new LatencyScale(Math.clamp((int) Math.ceil(Math.log10(Math.max(longest, 1))), 3, 5));
    }

    /** Its place, in percent of the width. */
    String place(Duration span) {
        return percent(100 * Math.clamp(Math.log10(Math.max(millis(span), 1)) / decades, 0, 1));
    }

    /** Its powers of ten. */
    List<Duration> ticks() {
        return IntStream.rangeClosed(0, decades)
                .mapToObj(power -> Duration.ofMillis((long) Math.pow(10, power)))
                .toList();
    }

    /** In words: {@code 1ms to 10s}. */
    String shown() {
        return Spans.shown(ticks().getFirst()) + " to " + Spans.shown(ticks().getLast());
    }

    static double millis(Duration span) {
        return span.getSeconds() * 1e3 + span.getNano() / 1e6;
    }

    static String percent(double percent) {
        return String.format(Locale.ROOT, "%.2f%%", percent);
    }
}
