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
 * @param unit {@code ms} or {@code x}, a ratio
 * @param median the middle round
 * @param most the worst round
 * @param spread the worst less the best round, in parts of the median
 * @param bound what is promised of the worst round; empty for nothing
 */
record Row(String name, String unit, double median, double most, double spread, OptionalDouble bound) {

    static Row of(String name, String unit, double[] rounds, OptionalDouble bound) {
        var sorted = rounds.clone();
        Arrays.sort(sorted);
        var median = sorted[sorted.length / 2];
        var most = sorted[sorted.length - 1];
        return new Row(name, unit, median, most, median == 0 ? 0 : (most - sorted[0]) / Math.abs(median), bound);
    }

    boolean kept() {
        return bound.isEmpty() || most <= bound.getAsDouble();
    }

    Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", name);
        fields.put("unit", unit);
        fields.put("median", median);
        fields.put("worst", most);
        fields.put("spread", spread);
        bound.ifPresent(promised -> fields.put("promised", promised));
        fields.put("kept", kept());
        return fields;
    }

    String line() {
        var promise = bound.isEmpty()
                ? ""
                : String.format(Locale.ROOT, "%8.0f %s", bound.getAsDouble(), kept() ? "kept" : "BROKEN");
        return String.format(Locale.ROOT, "  %-68s %9.2f %9.2f %-2s %s", name, median, most, unit, promise)
                .stripTrailing();
    }
}
