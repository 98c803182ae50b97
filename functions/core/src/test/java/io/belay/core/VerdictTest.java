package io.belay.core;

import static io.belay.core.Verdict.FAIL;
import static io.belay.core.Verdict.PASS;
import static io.belay.core.Verdict.UNKNOWN;
import static io.belay.core.Verdict.WARN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class VerdictTest {
    @Test
    void nothingMeasuredIsUnknown() {
        assertThat(Verdict.worst(List.of())).isEqualTo(UNKNOWN);
    }

    @Test
    void aKnownFailureOutranksTheUnknown() {
        assertThat(Verdict.worst(List.of(UNKNOWN, FAIL, PASS))).isEqualTo(FAIL);
    }

    @Test
    void theUnknownOutranksAWarning() {
        assertThat(Verdict.worst(List.of(WARN, UNKNOWN))).isEqualTo(UNKNOWN);
    }

    @Test
    void aWarningIsNoPass() {
        assertThat(PASS.or(WARN)).isEqualTo(WARN);
    }

    @Test
    void aWarningSeverityDoesNotHideTheUnknown() {
        assertThat(Severity.WARNING.weigh(FAIL)).isEqualTo(WARN);
        assertThat(Severity.WARNING.weigh(UNKNOWN)).isEqualTo(UNKNOWN);
    }
}
