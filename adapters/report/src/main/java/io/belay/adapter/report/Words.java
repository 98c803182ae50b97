package io.belay.adapter.report;

import io.belay.core.Verdict;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** The words and figures that every face writes the same way. */
final class Words {
    /** Every verdict, worst first. */
    static final List<Verdict> WORST_FIRST =
            Arrays.stream(Verdict.values()).sorted(Comparator.reverseOrder()).toList();

    private Words() {}

    /** {@code pass}, {@code warn}, {@code unknown} or {@code fail}. */
    static String of(Verdict verdict) {
        return verdict.name().toLowerCase(Locale.ROOT);
    }

    /** {@code Pass}, {@code Warn}, {@code Unknown} or {@code Fail}. */
    static String title(Verdict verdict) {
        return verdict.name().charAt(0) + of(verdict).substring(1);
    }

    /** A number with its thousands parted. */
    static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** Milliseconds to three decimals, trailing zeros dropped. */
    static String millis(Duration span) {
        return shortest(nanos(span).movePointLeft(6).setScale(3, RoundingMode.HALF_UP));
    }

    /** Seconds to six decimals, trailing zeros dropped. */
    static String seconds(Duration span) {
        return shortest(nanos(span).movePointLeft(9).setScale(6, RoundingMode.HALF_UP));
    }

    private static BigDecimal nanos(Duration span) {
        return BigDecimal.valueOf(span.getSeconds()).scaleByPowerOfTen(9).add(BigDecimal.valueOf(span.getNano()));
    }

    private static String shortest(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
