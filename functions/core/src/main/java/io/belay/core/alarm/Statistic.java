package io.belay.core.alarm;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the values of one period become one.
 *
 * @param word {@code sum}, {@code average}, {@code minimum}, {@code maximum}, {@code count}, a percentile as {@code p95} or
 *     {@code p99.9}, or a cloud's own word for what has none here
 */
public record Statistic(String word) {
    private static final Pattern PERCENTILE = Pattern.compile("p(\\d{1,2}(?:\\.\\d{1,10})?)");

    /** All of them together. */
    public static final Statistic SUM = new Statistic("sum");

    /** Their mean. */
    public static final Statistic AVERAGE = new Statistic("average");

    /** The least. */
    public static final Statistic MINIMUM = new Statistic("minimum");

    /** The greatest. */
    public static final Statistic MAXIMUM = new Statistic("maximum");

    /** How many there are. */
    public static final Statistic COUNT = new Statistic("count");

    public Statistic {
        if (word.isBlank()) {
            throw new IllegalArgumentException("a statistic has a word");
        }
    }

    /** The percent of values that it is not below, 0 to 100; empty where it is no percentile. */
    public Optional<BigDecimal> percentile() {
        var match = PERCENTILE.matcher(word);
        return match.matches() ? Optional.of(new BigDecimal(match.group(1))) : Optional.empty();
    }

    @Override
    public String toString() {
        return word;
    }
}
