package io.belay.adapter.report;

import io.belay.core.Verdict;
import io.belay.core.fact.Spans;
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
        var micros = micros(span);
        var seconds = seconds(span, micros);
        var millis = Long.toString(micros % 1_000_000 / 1_000);
        var whole = seconds == 0 ? millis : seconds + "0".repeat(3 - millis.length()) + millis;
        return signed(span, whole + Spans.fraction(micros % 1_000, 1_000));
    }

    /** Seconds to six decimals, trailing zeros dropped. */
    static String seconds(Duration span) {
        var micros = micros(span);
        return signed(span, seconds(span, micros) + Spans.fraction(micros % 1_000_000, 1_000_000));
    }

    /** What is over the whole seconds, in whole numbers, as Spans counts. */
    private static long micros(Duration span) {
        return (span.abs().toNanosPart() + 500L) / 1_000;
    }

    private static long seconds(Duration span, long micros) {
        return span.abs().toSeconds() + micros / 1_000_000;
    }

    private static String signed(Duration span, String shown) {
        return span.isNegative() && !shown.equals("0") ? "-" + shown : shown;
    }
}
