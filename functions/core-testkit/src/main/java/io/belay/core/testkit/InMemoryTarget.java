package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.probe.Observation;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** What a test lets answer. */
@FunctionalInterface
public interface InMemoryTarget {
    /** Its answer to {@code said}. */
    Observation answer(String said, Deadline deadline) throws InterruptedException;

    /** Answers at once with {@code facts}. */
    static InMemoryTarget answering(Fact... facts) {
        return (_, _) -> new Observation.Answered(List.of(facts), Duration.ofMillis(5));
    }

    /** Refuses at once. */
    static InMemoryTarget refusing(String reason) {
        return (_, _) -> new Observation.Refused(reason, Duration.ofMillis(1));
    }

    /** Cannot be asked. */
    static InMemoryTarget faulty(Fault.Kind kind, String message) {
        return (_, _) -> {
            throw new PortException(new Fault(kind, message));
        };
    }

    /** Never comes back, whatever the deadline: what a broken adapter would do. */
    static InMemoryTarget hanging() {
        return (_, _) -> {
            new CountDownLatch(1).await();
            throw new IllegalStateException("nobody counts it down");
        };
    }
}
