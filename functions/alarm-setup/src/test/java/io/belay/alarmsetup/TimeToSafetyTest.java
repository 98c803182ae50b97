package io.belay.alarmsetup;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import io.belay.core.alarm.Safety;
import io.belay.core.alarm.Window;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Beside the window, the way takes 135 s; 300 s are promised. */
final class TimeToSafetyTest {
    private final Stage stage = new Stage();

    private Finding time(Window window) {
        stage.wanted = List.of(Stage.ROLLBACK, Stage.alarm("errors", "5", window, Stage.ROLLBACK));
        return stage.plan().findings().stream()
                .filter(each -> each.kind().equals("time to safety"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aWindowThatLeavesTimePasses() {
        var finding = time(Window.of(Duration.ofMinutes(1), 2));
        assertThat(finding.verdict()).isEqualTo(Verdict.PASS);
        assertThat(finding.summary()).isEqualTo("safe after 4.25m at best, promised within 5m");
    }

    @Test
    void tooManyEvaluationsAreNamed() {
        var finding = time(Window.of(Duration.ofMinutes(1), 5));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.summary()).endsWith("lower the evaluations of errors from 5 to 2");
    }

    @Test
    void tooLongAPeriodIsNamed() {
        assertThat(time(Window.of(Duration.ofMinutes(5), 1)).summary())
                .endsWith("lower the window of errors from 1 x 5m to 1 x 60s");
    }

    @Test
    void whereNoWindowIsShortEnoughTheLongestPartIsNamed() {
        stage.safety = new Safety(
                Duration.ofMinutes(1),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofMinutes(1),
                Duration.ofMinutes(5));
        assertThat(time(Window.of(Duration.ofMinutes(1), 1)).summary())
                .endsWith("no window is short enough; lower the ttl, now 5m, or promise more time");
    }

    @Test
    void whatTheStoreMakesOfThePeriodCounts() {
        assertThat(time(Window.of(Duration.ofSeconds(10), 3)).verdict()).isEqualTo(Verdict.FAIL);
    }

    @Test
    void anAlarmThatPutsNothingBackIsNotAsked() {
        stage.wanted = List.of(Stage.alarm("errors", "5", Window.of(Duration.ofHours(1), 3)));
        assertThat(stage.plan().findings()).noneMatch(each -> each.kind().equals("time to safety"));
    }
}
