package io.belay.core.fact;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Spans of time as people write them: {@code 350ms}, {@code 5s}, {@code 2m}, {@code 6h}, {@code 30d}.
 *
 * <p>In whole numbers: {@code BigDecimal} raises five to the power of 65,536 when it is first used, which every report of a cold
 * start would wait for, and so does each of {@code Duration}'s own quotients.
 */
public final class Spans {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12})(?:\\.(\\d{1,9}))?\\s?(ms|s|m|h|d)");

    /** Seconds; what is longer has too many nanoseconds to count. */
    private static final long LONG = 9_000_000_000L;

    private Spans() {}

    /** The {@code parts}th part of {@code span}, to a millisecond. */
    public static Duration part(Duration span, long parts) {
        return Duration.ofMillis(span.toMillis() / parts);
    }

    /**
     * {@code span}, {@code times} over.
     *
     * @throws ArithmeticException where no span is so long
     */
    public static Duration times(Duration span, int times) {
        return Duration.ofSeconds(Math.multiplyExact(span.toSeconds(), times))
                .plusNanos((long) span.toNanosPart() * times);
    }

    /** The span that {@code text} writes; empty where it writes none. */
    public static Optional<Duration> read(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var unit = match.group(3);
        var whole = Long.parseLong(match.group(1));
        // Billionths of a unit.
        var rest = Long.parseLong(Optional.ofNullable(match.group(2))
                .orElse("")
                .concat("000000000")
                .substring(0, 9));
        if (unit.equals("ms")) {
            return Optional.of(Duration.ofMillis(whole).plusNanos(rest / 1_000));
        }
        var seconds = switch (unit) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3_600;
            default -> 86_400;
        };
        return Optional.of(Duration.ofSeconds(whole * seconds).plusNanos(rest * seconds));
    }

    /** {@code span} in the largest unit that it fills, to three figures. */
    public static String shown(Duration span) {
        if (span.isNegative()) {
            return "-" + shown(span.negated());
        }
        if (span.compareTo(Duration.ofDays(2)) >= 0) {
            return figures(span, 86_400_000_000_000L) + "d";
        }
        if (span.compareTo(Duration.ofHours(2)) >= 0) {
            return figures(span, 3_600_000_000_000L) + "h";
        }
        if (span.compareTo(Duration.ofMinutes(2)) >= 0) {
            return figures(span, 60_000_000_000L) + "m";
        }
        if (span.compareTo(Duration.ofSeconds(1)) >= 0) {
            return figures(span, 1_000_000_000L) + "s";
        }
        return figures(span, 1_000_000L) + "ms";
    }

    /** To three figures, or as many as stand before the point. */
    private static String figures(Duration span, long unit) {
        if (span.toSeconds() >= LONG) {
            return Long.toString(span.toSeconds() / (unit / 1_000_000_000L));
        }
        var nanos = span.toNanos();
        var scale = 1L;
        while (nanos != 0 && scale < 1_000_000_000L && nanos < 100 * unit) {
            nanos *= 10;
            scale *= 10;
        }
        var rounded = nanos / unit + (nanos % unit * 2 >= unit ? 1 : 0);
        return rounded / scale + fraction(rounded % scale, scale);
    }

    /**
     * What stands behind a whole number, its point before it and its trailing zeros dropped: {@code .25} of 250 and 1,000, nothing of 0.
     *
     * @param part from 0 to below {@code scale}
     * @param scale a power of ten
     */
    public static String fraction(long part, long scale) {
        var digits = Long.toString(scale + part);
        var end = digits.length();
        while (end > 1 && digits.charAt(end - 1) == '0') {
            end--;
        }
        return end == 1 ? "" : "." + digits.substring(1, end);
    }
}
