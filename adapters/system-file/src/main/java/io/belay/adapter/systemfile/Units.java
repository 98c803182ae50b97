package io.belay.adapter.systemfile;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Spans and sizes as the file writes them, with their units. */
final class Units {
    private static final List<Unit> SPANS = List.of(
            new Unit("d", 86_400_000_000_000L, List.of("day", "days")),
            new Unit("h", 3_600_000_000_000L, List.of("hr", "hour", "hours")),
            new Unit("m", 60_000_000_000L, List.of("min", "mins", "minute", "minutes")),
            new Unit("s", 1_000_000_000L, List.of("", "sec", "secs", "second", "seconds")),
            new Unit("ms", 1_000_000L, List.of("msec", "millis", "milliseconds")));

    private static final List<Unit> SIZES = List.of(
            new Unit("TB", 1L << 40, List.of("t", "tib")),
            new Unit("GB", 1L << 30, List.of("g", "gib")),
            new Unit("MB", 1L << 20, List.of("m", "mib")),
            new Unit("KB", 1L << 10, List.of("k", "kib")),
            new Unit("B", 1L, List.of("", "byte", "bytes")));

    private static final String FIGURES = "[0-9]{1,9}(\\.[0-9]{1,9})?";

    /** What a span looks like; published in the schema, so in the words that Java and ECMA 262 share. */
    static final String SPAN = "(?=[0-9])"
            + SPANS.stream().map(unit -> "(" + FIGURES + unit.name() + ")?").collect(Collectors.joining());

    /** What a size looks like. */
    static final String SIZE = FIGURES + "([KMGT]i?)?B";

    private static final Pattern SPAN_PATTERN = Pattern.compile(SPAN);
    private static final Pattern SIZE_PATTERN = Pattern.compile(SIZE);
    private static final Pattern PART = Pattern.compile("([0-9.]+)\\s*([A-Za-z]*)");

    private Units() {}

    private record Unit(String name, long worth, List<String> alike) {
        boolean isMeantBy(String word) {
            return name.equalsIgnoreCase(word) || alike.stream().anyMatch(word::equalsIgnoreCase);
        }

        BigDecimal times(String figures) {
            return new BigDecimal(figures).multiply(BigDecimal.valueOf(worth));
        }
    }

    static Optional<Duration> span(String text) {
        if (!SPAN_PATTERN.matcher(text).matches()) {
            return Optional.empty();
        }
        var nanos = worth(text, SPANS).toBigInteger().divideAndRemainder(BigInteger.valueOf(1_000_000_000L));
        return Optional.of(Duration.ofSeconds(nanos[0].longValueExact(), nanos[1].longValueExact()));
    }

    static Optional<Long> size(String text) {
        return SIZE_PATTERN.matcher(text).matches()
                ? Optional.of(worth(text.replace("i", ""), SIZES).longValue())
                : Optional.empty();
    }

    private static BigDecimal worth(String text, List<Unit> units) {
        return PART.matcher(text)
                .results()
                .flatMap(part -> units.stream()
                        .filter(unit -> unit.name().equals(part.group(2)))
                        .map(unit -> unit.times(part.group(1))))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** {@code span} exactly, in the form that {@link #span} reads. */
    static String written(Duration span) {
        var nanos = BigDecimal.valueOf(span.getSeconds()).movePointRight(9).add(BigDecimal.valueOf(span.getNano()));
        return whole(nanos, SPANS)
                .orElseGet(() -> nanos.movePointLeft(6).stripTrailingZeros().toPlainString() + "ms");
    }

    /** {@code size}, in bytes, in the form that {@link #size} reads. */
    static String written(long size) {
        return whole(BigDecimal.valueOf(size), SIZES).orElse(size + "B");
    }

    private static Optional<String> whole(BigDecimal amount, List<Unit> units) {
        return units.stream()
                .filter(unit -> amount.signum() > 0
                        && amount.remainder(BigDecimal.valueOf(unit.worth())).signum() == 0)
                .findFirst()
                .map(unit -> amount.divideToIntegralValue(BigDecimal.valueOf(unit.worth()))
                                .toBigInteger()
                        + unit.name());
    }

    /** The span that {@code text} was meant to be: {@code 5 sec} is {@code 5s}. */
    static Optional<String> nearSpan(String text) {
        return near(text, SPANS).filter(meant -> span(meant).isPresent());
    }

    /** The size that {@code text} was meant to be: {@code 10mb} is {@code 10MB}. */
    static Optional<String> nearSize(String text) {
        return near(text, SIZES).filter(meant -> size(meant).isPresent());
    }

    private static Optional<String> near(String text, List<Unit> units) {
        var part = PART.matcher(text.length() > 40 ? "" : text.strip());
        return part.matches()
                ? units.stream()
                        .filter(unit -> unit.isMeantBy(part.group(2)))
                        .findFirst()
                        .map(unit -> part.group(1) + unit.name())
                : Optional.empty();
    }
}
