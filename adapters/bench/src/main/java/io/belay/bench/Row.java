package io.belay.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What was measured of one thing, over several rounds.
 *
 * @param name of what
 * @param unit {@code ms}, {@code kB}, {@code MB}, or {@code x}, a ratio
 * @param median the middle round
 * @param worst the worst round: the least, where the more is the better
 * @param spread the most less the least, in parts of the median
 * @param promise what is promised of it
 */
record Row(String name, String unit, double median, double worst, double spread, Promise promise) implements Figure {

    static Row of(String name, String unit, double[] rounds, OptionalDouble bound) {
        return of(name, unit, rounds, Promise.of(bound));
    }

    static Row of(String name, String unit, double[] rounds, Promise promise) {
        var sorted = rounds.clone();
        Arrays.sort(sorted);
        var median = sorted[sorted.length / 2];
        var least = sorted[0];
        var most = sorted[sorted.length - 1];
        var worst = promise.more() ? least : most;
        return new Row(name, unit, median, worst, median == 0 ? 0 : (most - least) / Math.abs(median), promise);
    }

    @Override
    public boolean kept() {
        return promise.kept(median, worst);
    }

    @Override
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("median", median);
        fields.put("worst", worst);
        fields.put("spread", spread);
        fields.putAll(promise.fields());
        fields.put("kept", kept());
        return fields;
    }

    @Override
    public String line() {
        var promised = promise.shown().isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%8s %s", promise.shown(), kept() ? "kept" : "BROKEN");
        return String.format(Locale.ROOT, "  %-72s %9.2f %9.2f %-2s %s", name, median, worst, unit, promised)
                .stripTrailing();
    }
}
