package io.belay.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.assembly.SystemTime;
import io.belay.core.Verdict;
import org.junit.jupiter.api.Test;

class HttpChecksTest {
    @Test
    void everyCheckOfTheFileIsAsked() throws Exception {
        try (var ports = new Ports()) {
            var time = new SystemTime();
            var report = OpenDoor.bare(new HttpChecks(30, ports.answering()).bundle(time), time);

            assertThat(report.count(Verdict.PASS)).isEqualTo(30);
            assertThat(report.findings()).hasSize(30);
        }
    }

    @Test
    void whatDoesNotPassIsNeverTimed() throws Exception {
        var closed = new Ports();
        var time = new SystemTime();
        var bundle = new HttpChecks(2, closed.answering()).bundle(time);
        closed.close();

        assertThatThrownBy(() -> FanOut.passing(bundle, time))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("c0");
    }
}
