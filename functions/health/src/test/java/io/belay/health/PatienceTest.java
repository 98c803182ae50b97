package io.belay.health;

import static io.belay.core.testkit.InMemoryTarget.answering;
import static io.belay.health.Systems.BROKEN;
import static io.belay.health.Systems.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Verdict;
import io.belay.core.check.Patience;
import io.belay.core.probe.Observation;
import io.belay.core.testkit.InMemoryTarget;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

final class PatienceTest {
    private final Systems systems = new Systems();
    private final AtomicInteger asked = new AtomicInteger();

    /** Answers wrongly so often, then rightly. */
    private InMemoryTarget wellAfter(int failures) {
        return (_, _) -> new Observation.Answered(
                List.of(asked.incrementAndGet() <= failures ? BROKEN : OK), Duration.ofMillis(5));
    }

    @Test
    void aTargetThatComesUpWithinTheWaitPasses() {
        systems.target("api", wellAfter(3))
                .with(systems.patient("api", new Patience.Wait(Duration.ofSeconds(20), Duration.ofSeconds(5))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.PASS);
        assertThat(asked).hasValue(4);
    }

    @Test
    void aTargetThatDoesNotComeUpWithinTheWaitFails() {
        systems.target("api", answering(BROKEN))
                .with(systems.patient("api", new Patience.Wait(Duration.ofSeconds(20), Duration.ofSeconds(5))));

        var finding = systems.only();

        assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
        assertThat(finding.took()).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void aWaitThatTheDeadlineCutsShortIsUnknown() {
        systems.target("api", answering(BROKEN))
                .with(systems.patient("api", new Patience.Wait(Duration.ofSeconds(180), Duration.ofSeconds(5))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.UNKNOWN);
        assertThat(systems.only().summary()).contains("status is 503");
    }

    @Test
    void oneFailureAmongThreeIsPutUpWith() {
        systems.target("api", wellAfter(2)).with(systems.patient("api", new Patience.InARow(3, Duration.ofSeconds(1))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.PASS);
    }

    @Test
    void threeFailuresInARowFail() {
        systems.target("api", wellAfter(3)).with(systems.patient("api", new Patience.InARow(3, Duration.ofSeconds(1))));

        assertThat(systems.only().verdict()).isEqualTo(Verdict.FAIL);
        assertThat(asked).hasValue(3);
    }
}
