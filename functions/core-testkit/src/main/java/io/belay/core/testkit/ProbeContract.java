package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What every probe keeps, whatever it asks. A subclass gives three targets of its kind: real servers on loopback. */
@Timeout(60)
public abstract class ProbeContract {
    /** A probe of a target that answers, asked for {@link #asked()}. */
    protected abstract Probe answering();

    /** The facts that {@link #answering()} is asked for, an absent one among them where the kind has keyed facts. */
    protected abstract Set<FactName> asked();

    /** A probe of a port where nobody listens. */
    protected abstract Probe refusing();

    /** A probe, of a long time-out, of a target that accepts and then says nothing. */
    protected abstract Probe silent();

    private static Deadline soon() {
        return Deadline.in(Duration.ofMillis(400), InstantSource.system());
    }

    private static Deadline later() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    @Test
    void everyFactAskedForIsInTheAnswer() throws Exception {
        assertThat(answering().observe(later())).isInstanceOfSatisfying(Observation.Answered.class, answered -> {
            assertThat(answered.facts()).extracting(Fact::name).containsAll(asked());
            assertThat(answered.took()).isPositive();
        });
    }

    @Test
    void aProbeCanBeUsedAgain() throws Exception {
        var probe = answering();

        assertThat(probe.observe(later())).isInstanceOf(Observation.Answered.class);
        assertThat(probe.observe(later())).isInstanceOf(Observation.Answered.class);
    }

    @Test
    void aTargetThatIsNotThereIsAnObservation() throws Exception {
        assertThat(refusing().observe(later()))
                .isInstanceOfSatisfying(
                        Observation.Refused.class,
                        refused -> assertThat(refused.reason()).isNotBlank());
    }

    @Test
    void aSilentTargetIsSilentByTheDeadline() throws Exception {
        assertThat(silent().observe(soon())).isInstanceOf(Observation.Silent.class);
    }

    @Test
    void aPassedDeadlineIsSilenceAndNotAHang() throws Exception {
        assertThat(silent().observe(Deadline.in(Duration.ZERO, InstantSource.system())))
                .isInstanceOf(Observation.Silent.class);
    }

    @Test
    void aProbeThatIsCalledOffStops() throws Exception {
        var probe = silent();
        var outcome = new AtomicReference<Object>();
        var asking = Thread.ofVirtual().start(() -> {
            try {
                outcome.set(probe.observe(later()));
            } catch (InterruptedException calledOff) {
                outcome.set(calledOff);
            }
        });
        asking.join(Duration.ofMillis(300));

        asking.interrupt();

        assertThat(asking.join(Duration.ofSeconds(5))).isTrue();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void theTargetHasAnAddressAndAHost() {
        assertThat(answering().target().address()).isNotBlank();
        assertThat(answering().target().host()).isNotBlank();
    }
}
