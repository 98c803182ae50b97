package io.belay.rollback;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Fault;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a rollback is called for: a person's word, health that failed, an alarm that a sweep finds. */
final class CauseTest {
    private final Stage stage = new Stage();

    @Test
    void aPersonsWordNeedsNoAlarm() {
        stage.alarms.turn("errors", Colour.GREEN);

        stage.rollback(new Cause.Person("Ada", Optional.empty()));

        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void healthThatFailedOftenEnoughIsACause() {
        var report = stage.rollback(new Cause.VerifyFailed(2, new Correlation("correlation-0"), stage.time.instant()));

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.serving()).isEqualTo("41");
    }

    @Test
    void aSweepFindsTheAlarmThatNobodyDelivered() {
        var report = stage.sweep();

        assertThat(report.verdict()).isEqualTo(Verdict.PASS);
        assertThat(stage.serving()).isEqualTo("41");
        assertThat(stage.chat.told()).hasSize(1);
        assertThat(stage.chat.told().getFirst().text())
                .startsWith("Cause: alarm errors of memory\nWhy: alarm errors is red");
    }

    @Test
    void aSweepThatFindsNothingTellsNobody() {
        stage.alarms.turn("errors", Colour.GREEN);

        var report = stage.sweep();

        assertThat(Stage.head(report).summary()).isEqualTo("nothing to do: no alarm of the system file is red");
        assertThat(stage.chat.told()).isEmpty();
    }

    @Test
    void aSweepThatCannotAskAnAlarmSaysSo() {
        stage.alarms.weather().once(Moment.BEFORE, Call.READ, Fault.Kind.DENIED);

        var report = stage.sweep();

        assertThat(report.verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(stage.serving()).isEqualTo("42");
    }
}
