package io.belay.core.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
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
}
