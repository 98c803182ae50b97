package io.belay.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

final class DeadlineTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final InstantSource AT_NOON = InstantSource.fixed(NOON);

    @Test
    void whatIsOverHasNothingLeft() {
        var deadline = new Deadline(NOON.minusSeconds(5), AT_NOON);

        assertThat(deadline.remaining()).isZero();
        assertThat(deadline.passed()).isTrue();
    }

    @Test
    void theSoonerOfTwoCounts() {
        var deadline = Deadline.in(Duration.ofSeconds(10), AT_NOON);

        assertThat(deadline.within(Duration.ofSeconds(3)).remaining()).isEqualTo(Duration.ofSeconds(3));
        assertThat(deadline.within(Duration.ofSeconds(30)).remaining()).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void aSpanBeyondAllReckoningIsCounted() {
        var deadline = Deadline.in(Duration.ofDays(999_999_999_999L), AT_NOON);

        assertThat(deadline.remaining().toNanos()).isPositive();
    }
}
