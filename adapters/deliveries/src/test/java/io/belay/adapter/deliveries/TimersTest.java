package io.belay.adapter.deliveries;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Correlation;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class TimersTest {
    @ParameterizedTest
    @EnumSource(names = {"SCHEDULE_RULE", "SCHEDULE_DEFAULT", "SCHEDULE_OWN", "TIMER_SWEEP"})
    void aTickIsASweepAndNothingElse(Fixture fixture) {
        assertThat(Said.delivered(Said.by(fixture)).cause()).isEmpty();
    }

    @Test
    void aSecondAttemptOfATickIsTheSameThoughItsIdIsAnother() {
        var first = Said.delivered(Said.by(Fixture.SCHEDULE_OWN));
        var second = Said.delivered(Said.by(Fixture.SCHEDULE_OWN, "d32c5kddcf5bb8c3", "aaaaaaaaaaaaaaaa"));
        assertThat(second.identity()).isEqualTo(first.identity());
        assertThat(second.correlation()).contains(new Correlation("aaaaaaaaaaaaaaaa"));
    }

    @Test
    void theNextTickIsAnother() {
        var first = Said.delivered(Said.by(Fixture.TIMER_SWEEP));
        var next = Said.delivered(Said.by(Fixture.TIMER_SWEEP, "07:49:00Z", "07:50:00Z"));
        assertThat(next.identity()).isNotEqualTo(first.identity());
    }

    @Test
    void aTimersPayloadChoosesNothing() {
        var refused = Said.refused(Said.by(Fixture.TIMER));
        assertThat(refused)
                .isEqualTo(new Delivery.Refused("$.payload", "another text", "sweep, sweep and how often, or nothing"));
    }

    @ParameterizedTest
    @CsvSource({
        "'\"id\":', '\"function\": \"rollback\", \"id\":', $.sweep",
        "'{\n  \"sweep\"', '{\n  \"target\": \"x\", \"sweep\"', $",
        "'2022-03-22T18:59:43Z', '<aws.scheduler.scheduled-time>', $.sweep.at",
        "'2022-03-22T18:59:43Z', '1999-03-22T18:59:43Z', $.sweep.at",
        "'arn:aws:scheduler', 'https://example', $.sweep.schedule",
        "'\"id\":', '\"tick\": \"0m\", \"id\":', $.sweep.tick",
        "'\"id\":', '\"tick\": 5, \"id\":', $.sweep.tick",
    })
    void anInputThatSaysMoreOrOtherwiseIsRefused(String old, String otherwise, String place) {
        assertThat(Said.refused(Said.by(Fixture.SCHEDULE_OWN, old, otherwise)).place())
                .isEqualTo(place);
    }

    @Test
    void aClockMaySayHowOftenItCalls() {
        assertThat(Said.delivered(Said.by(Fixture.SCHEDULE_OWN, "\"id\":", "\"tick\": \"5m\", \"id\":"))
                        .tick())
                .contains(Duration.ofMinutes(5));
        assertThat(Said.delivered(Said.by(Fixture.TIMER_SWEEP, "\"sweep\"", "\"sweep 90s\""))
                        .tick())
                .contains(Duration.ofSeconds(90));
        assertThat(Said.delivered(Said.by(Fixture.TIMER_SWEEP)).tick()).isEmpty();
        assertThat(Said.refused(Said.by(Fixture.TIMER_SWEEP, "\"sweep\"", "\"sweep often\""))
                        .place())
                .isEqualTo("$.payload");
    }

    @Test
    void aScheduledEventWithADetailIsRefused() {
        var refused = Said.refused(Said.by(Fixture.SCHEDULE_DEFAULT, "\"{}\"", "{\"function\": \"rollback\"}"));
        assertThat(refused.place()).isEqualTo("$.detail");
    }
}
