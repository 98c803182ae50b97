package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * One question, put once. That AWS itself does not answer is a fault: nothing is known then of what was asked about, and nothing may
 * be put back for it.
 */
final class AskTurn {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    private AskTurn() {}

    /** What is learnt of the answer. */
    @FunctionalInterface
    interface Learnt {
        List<Fact> facts() throws IOException;
    }

    /**
     * What was learnt by {@code deadline}.
     *
     * @throws PortException where AWS refused, or did not answer
     */
    static Observation.Answered make(Asked asked, Deadline deadline, Learnt learnt) throws InterruptedException {
        var seen = Attempt.make(deadline.within(LONGEST), attempt -> {
            attempt.waitFor("the answer of " + asked.api().name());
            return learnt.facts();
        });
        return switch (seen) {
            case Observation.Answered answered -> answered;
            case Observation.Silent silent ->
                throw new PortException(new Fault(Fault.Kind.TIMED_OUT, asked.shown() + ": " + silent.reason()));
            case Observation.Refused refused ->
                throw new PortException(new Fault(Fault.Kind.UNREACHABLE, asked.shown() + ": " + refused.reason()));
        };
    }
}
