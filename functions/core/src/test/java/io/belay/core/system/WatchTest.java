package io.belay.core.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class WatchTest {
    private static final Instant RELEASED = Instant.parse("2026-11-28T07:03:20Z");
    private static final Duration TICK = Duration.ofMinutes(5);
    private static final Watch WATCH = new Watch(Duration.ofMinutes(30), Duration.ofDays(1), Duration.ofHours(6));

    private static boolean due(Instant at) {
        return WATCH.next(Optional.of(RELEASED), at, TICK).isEmpty();
    }

    private static long due(Duration from, Duration until) {
        return IntStream.range(0, (int) until.minus(from).dividedBy(TICK))
                .filter(tick ->
                        due(RELEASED.plus(from).plus(TICK.multipliedBy(tick)).plusSeconds(70)))
                .count();
    }

    @Test
    void aReleaseIsLookedAtEveryHalfHourForADayAndThenFourTimesADay() {
        assertThat(due(Duration.ZERO, Duration.ofDays(1))).isEqualTo(48);
        assertThat(due(Duration.ofDays(1), Duration.ofDays(3))).isEqualTo(8);
    }

    @Test
    void theFirstCallAfterAReleaseIsDue() {
        assertThat(due(RELEASED.plusSeconds(1))).isTrue();
        assertThat(due(RELEASED.plus(TICK))).isFalse();
    }

    @Test
    void whatIsNotDueSaysWhenItIs() {
        var next = WATCH.next(Optional.of(RELEASED), RELEASED.plus(Duration.ofMinutes(10)), TICK);

        assertThat(next).contains(RELEASED.plus(Duration.ofMinutes(30)));
    }

    @Test
    void whereNobodyKnowsSinceWhenTheSlowPaceHolds() {
        var midnight = Instant.parse("2026-11-28T00:00:00Z");

        assertThat(WATCH.next(Optional.empty(), midnight.plusSeconds(20), TICK)).isEmpty();
        assertThat(WATCH.next(Optional.empty(), midnight.plus(Duration.ofHours(1)), TICK))
                .contains(midnight.plus(Duration.ofHours(6)));
    }

    @Test
    void aReleaseOfTheFutureIsOneThatIsNotKnown() {
        var midnight = Instant.parse("2026-11-28T00:00:00Z");

        assertThat(WATCH.next(Optional.of(midnight.plusSeconds(60)), midnight, TICK))
                .isEmpty();
    }

    @Test
    void aSpanOfNothingIsRefused() {
        assertThatThrownBy(() -> new Watch(Duration.ZERO, Duration.ofDays(1), Duration.ofHours(6)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
