package io.belay.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

final class SpansTest {
    @Test
    void everyUnitIsRead() {
        assertThat(Spans.read("350ms")).contains(Duration.ofMillis(350));
        assertThat(Spans.read("1.5s")).contains(Duration.ofMillis(1_500));
        assertThat(Spans.read("2 m")).contains(Duration.ofMinutes(2));
        assertThat(Spans.read("6h")).contains(Duration.ofHours(6));
        assertThat(Spans.read("30d")).contains(Duration.ofDays(30));
    }

    @Test
    void aNumberWithoutAUnitIsNoSpan() {
        assertThat(Spans.read("30")).isEmpty();
        assertThat(Spans.read("-5s")).isEmpty();
        assertThat(Spans.read("5 weeks")).isEmpty();
        assertThat(Spans.read("")).isEmpty();
    }

    @Test
    void theLargestUnitThatFillsIsShown() {
        assertThat(Spans.shown(Duration.ofNanos(12_345_678))).isEqualTo("12.3ms");
        assertThat(Spans.shown(Duration.ofMillis(1_500))).isEqualTo("1.5s");
        assertThat(Spans.shown(Duration.ofMinutes(3))).isEqualTo("3m");
        assertThat(Spans.shown(Duration.ofDays(29).plusHours(12))).isEqualTo("29.5d");
        assertThat(Spans.shown(Duration.ofDays(-3))).isEqualTo("-3d");
        assertThat(Spans.shown(Duration.ZERO)).isEqualTo("0ms");
    }

    @Test
    void whatIsShownReadsBackAsItself() {
        for (var text : new String[] {"350ms", "1.5s", "90s", "45m", "36h", "30d", "365d"}) {
            assertThat(Spans.shown(Spans.read(Spans.shown(Spans.read(text).orElseThrow()))
                            .orElseThrow()))
                    .isEqualTo(Spans.shown(Spans.read(text).orElseThrow()));
        }
    }

    /** As it once was. */
    private static String exactly(Duration span, long unit, String name) {
        var nanos = BigDecimal.valueOf(span.getSeconds())
                .multiply(BigDecimal.valueOf(1_000_000_000L))
                .add(BigDecimal.valueOf(span.getNano()));
        var value = nanos.divide(BigDecimal.valueOf(unit), MathContext.DECIMAL128);
        var digits = Math.max(3, value.precision() - value.scale());
        return value.round(new MathContext(digits)).stripTrailingZeros().toPlainString() + name;
    }

    @Property
    void threeFiguresAreShownOfMilliseconds(@ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        var span = Duration.ofNanos(nanos);

        assertThat(Spans.shown(span)).isEqualTo(exactly(span, 1_000_000L, "ms"));
    }

    @Property
    void threeFiguresAreShownOfSeconds(
            @ForAll @LongRange(min = 1, max = 119) long seconds,
            @ForAll @LongRange(min = 0, max = 999_999_999) long nanos) {
        var span = Duration.ofSeconds(seconds, nanos);

        assertThat(Spans.shown(span)).isEqualTo(exactly(span, 1_000_000_000L, "s"));
    }

    @Property
    void asManyAsNeededAreShownOfDays(@ForAll @LongRange(min = 172_800, max = 8_999_999_999L) long seconds) {
        var span = Duration.ofSeconds(seconds);

        assertThat(Spans.shown(span)).isEqualTo(exactly(span, 86_400_000_000_000L, "d"));
    }

    @Property
    void whatIsWrittenIsReadToTheNanosecond(
            @ForAll @LongRange(min = 0, max = 999_999_999_999L) long whole,
            @ForAll @LongRange(min = 0, max = 999_999_999) long rest) {
        var written = whole + "." + String.format("%09d", rest);
        var exact = new BigDecimal(written);

        assertThat(Spans.read(written + "s")).contains(Duration.ofSeconds(whole, rest));
        assertThat(Spans.read(written + "ms")).contains(Duration.ofMillis(whole).plusNanos(rest / 1_000));
        assertThat(Spans.read(written + "h").orElseThrow().toString())
                .isEqualTo(Duration.ofSeconds(
                                exact.multiply(BigDecimal.valueOf(3_600)).longValue(),
                                exact.multiply(BigDecimal.valueOf(3_600_000_000_000L))
                                        .toBigInteger()
                                        .mod(BigInteger.valueOf(1_000_000_000L))
                                        .longValue())
                        .toString());
    }

    @Test
    void whatNoNanosecondsCanCountIsShownInDays() {
        assertThat(Spans.shown(Duration.ofSeconds(Long.MAX_VALUE))).isEqualTo("106751991167300d");
        assertThat(Spans.read("999999999999d")).contains(Duration.ofDays(999_999_999_999L));
    }

    @Property
    void itIsMultipliedAsDurationsAre(
            @ForAll @LongRange(min = 0, max = 9_000_000_000_000L) long nanos, @ForAll @IntRange(min = 0) int times) {
        var span = Duration.ofNanos(nanos);

        assertThat(Spans.times(span, times)).isEqualTo(span.multipliedBy(times));
    }

    @Test
    void aPartIsOfMilliseconds() {
        assertThat(Spans.part(Duration.ofSeconds(1), 3)).isEqualTo(Duration.ofMillis(333));
        assertThat(Spans.part(Duration.ofSeconds(Long.MAX_VALUE / 1_000), 10)).isPositive();
    }
}
