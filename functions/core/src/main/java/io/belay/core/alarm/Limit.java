package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Comparison;
import java.math.BigDecimal;

/** What a measure has to do for an alarm to turn red. */
public sealed interface Limit {
    /** In a few characters: {@code > 5}. */
    String shown();

    /**
     * To cross a bound.
     *
     * @param bound in the measure's unit
     */
    record Threshold(Comparison comparison, BigDecimal bound) implements Limit {
        public Threshold {
            requireNonNull(comparison, "comparison");
            // 5 and 5.0 are the same bound.
            bound = bound.signum() == 0 ? BigDecimal.ZERO : bound.stripTrailingZeros();
        }

        /** Above {@code bound}. */
        public static Threshold above(String bound) {
            return new Threshold(Comparison.ABOVE, new BigDecimal(bound));
        }

        @Override
        public String shown() {
            return comparison.sign() + " " + bound.toPlainString();
        }
    }

    /**
     * To leave the band in which a model expects it: an anomaly.
     *
     * @param width of the band, in standard deviations, above zero
     */
    record Band(BigDecimal width, Side side) implements Limit {
        public Band {
            width = width.stripTrailingZeros();
            requireNonNull(side, "side");
            if (width.signum() <= 0) {
                throw new IllegalArgumentException("a band is wider than zero");
            }
        }

        @Override
        public String shown() {
            return switch (side) {
                        case ABOVE -> "above";
                        case BELOW -> "below";
                        case OUTSIDE -> "outside";
                    }
                    + " a band of " + width.toPlainString();
        }
    }

    /** Where a band may be left. */
    enum Side {
        ABOVE,
        BELOW,
        OUTSIDE
    }
}
