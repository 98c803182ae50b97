package io.belay.bench;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What is promised of a figure that was measured in several rounds.
 *
 * @param bound nothing is promised where there is none
 * @param of which round has to keep it
 * @param more whether the more is the better: the least round is the worst then, and the bound one from below
 */
record Promise(OptionalDouble bound, Round of, boolean more) {
    /** A round of several. */
    enum Round {
        WORST,
        MEDIAN
    }

    /** Nothing. */
    static Promise none() {
        return of(OptionalDouble.empty());
    }

    /** Nothing, of something that is better the more it is. */
    static Promise noneOfMore() {
        return new Promise(OptionalDouble.empty(), Round.WORST, true);
    }

    /** Of the worst round, as of most figures here. */
    static Promise atMost(double bound) {
        return of(OptionalDouble.of(bound));
    }

    /** Of the middle round, where a machine's noise is in every single one. */
    static Promise medianAtMost(double bound) {
        return new Promise(OptionalDouble.of(bound), Round.MEDIAN, false);
    }

    /** Of the middle round, of something that is better the more it is. */
    static Promise medianAtLeast(double bound) {
        return new Promise(OptionalDouble.of(bound), Round.MEDIAN, true);
    }

    /** At most {@code bound} in the worst round; nothing where there is none. */
    static Promise of(OptionalDouble bound) {
        return new Promise(bound, Round.WORST, false);
    }

    boolean kept(double median, double worst) {
        var round = of == Round.MEDIAN ? median : worst;
        return bound.isEmpty() || (more ? round >= bound.getAsDouble() : round <= bound.getAsDouble());
    }

    /** For a table; empty where nothing is promised. */
    String shown() {
        return bound.isEmpty() ? "" : (more ? ">" : of == Round.MEDIAN ? "~" : "") + number(bound.getAsDouble());
    }

    /** For a file; empty where nothing is promised. */
    Map<String, Object> fields() {
        var name = "promised" + (more ? "AtLeast" : "") + (of == Round.MEDIAN ? "OfMedian" : "");
        return bound.isEmpty() ? Map.of() : Map.of(name, bound.getAsDouble());
    }

    private static String number(double bound) {
        return bound == Math.rint(bound)
                ? String.format(Locale.ROOT, "%.0f", bound)
                : String.format(Locale.ROOT, "%.2f", bound);
    }
}
