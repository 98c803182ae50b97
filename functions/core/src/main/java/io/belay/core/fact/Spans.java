package io.belay.core.fact;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/** Spans of time as people write them: {@code 350ms}, {@code 5s}, {@code 2m}, {@code 6h}, {@code 30d}. */
public final class Spans {
    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,12}(?:\\.\\d{1,9})?)\\s?(ms|s|m|h|d)");

    private Spans() {}

    /** The span that {@code text} writes; empty where it writes none. */
    public static Optional<Duration> read(String text) {
        var match = WRITTEN.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        var nanos = new BigDecimal(match.group(1))
                .multiply(BigDecimal.valueOf(
                        switch (match.group(2)) {
                            case "ms" -> 1_000_000L;
                            case "s" -> 1_000_000_000L;
                            case "m" -> 60_000_000_000L;
                            case "h" -> 3_600_000_000_000L;
                            default -> 86_400_000_000_000L;
                        }))
                .toBigInteger();
        var parts = nanos.divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
        return Optional.of(Duration.ofSeconds(parts[0].longValueExact(), parts[1].longValueExact()));
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

    private static String figures(Duration span, long unit) {
        var nanos = BigDecimal.valueOf(span.getSeconds())
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .add(BigDecimal.valueOf(span.getNano()));
        var value = nanos.divide(BigDecimal.valueOf(unit), MathContext.DECIMAL64);
        var digits = Math.max(3, value.precision() - value.scale());
        return value.round(new MathContext(digits)).stripTrailingZeros().toPlainString();
    }
}
