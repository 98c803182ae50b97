package io.belay.adapter.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class WordsTest {
    private static String exactly(Duration span, int point, int decimals) {
        return BigDecimal.valueOf(span.toNanos())
                .movePointLeft(point)
                .setScale(decimals, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }

    @Test
    void aSpanIsWrittenInMillisecondsAndInSecondsToTheMicrosecond() {
        var spans = LongStream.concat(
                new Random(1).longs(5_000, 0, 10_000_000_000L), new Random(2).longs(5_000, 0, Long.MAX_VALUE));

        spans.mapToObj(Duration::ofNanos).forEach(span -> {
            assertThat(Words.millis(span)).isEqualTo(exactly(span, 6, 3));
            assertThat(Words.seconds(span)).isEqualTo(exactly(span, 9, 6));
        });
    }

    @Test
    void trailingZerosAreDropped() {
        assertThat(Words.millis(Duration.ZERO)).isEqualTo("0");
        assertThat(Words.millis(Duration.ofNanos(12_345_500))).isEqualTo("12.346");
        assertThat(Words.millis(Duration.ofMillis(-5))).isEqualTo("-5");
        assertThat(Words.seconds(Duration.ofMillis(1_500))).isEqualTo("1.5");
        assertThat(Words.seconds(Duration.ofNanos(999_999_600))).isEqualTo("1");
        assertThat(Words.seconds(Duration.ofNanos(-1))).isEqualTo("0");
    }
}
