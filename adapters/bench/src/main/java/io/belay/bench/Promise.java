package io.belay.bench;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;

/** What is promised of a figure that was measured in several rounds. */
sealed interface Promise {
    /** Nothing. */
    static Promise none() {
        return new None(false);
    }

    /** Nothing, of something that is better the more it is. */
    static Promise noneOfMore() {
        return new None(true);
    }

    /** Of the worst round, as of most figures here. */
    static Promise atMost(double bound) {
        return new AtMost(bound);
    }

    /** Of the middle round, where a machine's noise is in every single one. */
    static Promise medianAtMost(double bound) {
        return new MedianAtMost(bound);
    }

    /** Of the middle round, of something that is better the more it is. */
    static Promise medianAtLeast(double bound) {
        return new MedianAtLeast(bound);
    }

    /** What holds of the worst round; nothing where there is no bound. */
    static Promise of(OptionalDouble bound) {
        return bound.isEmpty() ? none() : atMost(bound.getAsDouble());
    }

    boolean kept(double median, double worst);

    /** Whether the more is the better, so that the least round is the worst. */
    default boolean more() {
        return false;
    }

    /** For a table; empty where nothing is promised. */
    String shown();

    /** For a file; empty where nothing is promised. */
    Map<String, Object> fields();

    /** Nothing. */
    record None(boolean more) implements Promise {
        @Override
        public boolean kept(double median, double worst) {
            return true;
        }

        @Override
        public String shown() {
            return "";
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of();
        }
    }

    /** The worst round is at most {@code bound}. */
    record AtMost(double bound) implements Promise {
        @Override
        public boolean kept(double median, double worst) {
            return worst <= bound;
        }

        @Override
        public String shown() {
            return number(bound);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("promised", bound);
        }
    }

    /** The middle round is at most {@code bound}. */
    record MedianAtMost(double bound) implements Promise {
        @Override
        public boolean kept(double median, double worst) {
            return median <= bound;
        }

        @Override
        public String shown() {
            return "~" + number(bound);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("promisedOfMedian", bound);
        }
    }

    /** The middle round is at least {@code bound}. */
    record MedianAtLeast(double bound) implements Promise {
        @Override
        public boolean more() {
            return true;
        }

        @Override
        public boolean kept(double median, double worst) {
            return median >= bound;
        }

        @Override
        public String shown() {
            return ">" + number(bound);
        }

        @Override
        public Map<String, Object> fields() {
            return Map.of("promisedAtLeastOfMedian", bound);
        }
    }

    private static String number(double bound) {
        return bound == Math.rint(bound)
                ? String.format(Locale.ROOT, "%.0f", bound)
                : String.format(Locale.ROOT, "%.2f", bound);
    }
}
