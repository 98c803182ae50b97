package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.document.Document;
import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Attempt;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks once. That AWS itself does not answer is a fault: nothing is known then of what was asked about, and nothing may be put back
 * for it.
 */
record AskProbe(AwsClients clients, Asked asked, Set<FactName> facts) implements Probe {
    private static final Duration LONGEST = Duration.ofSeconds(20);

    /** What functions and containers are given, passwords among it. */
    private static final Set<String> HIDDEN = Set.of("Variables", "environment", "userData", "UserData");

    @Override
    public Target target() {
        return new Target(asked.shown(), asked.api().endpoint(clients.place()).getHost());
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var seen = Attempt.make(deadline.within(LONGEST), attempt -> {
            attempt.waitFor("the answer of " + asked.api().name());
            return DocumentFacts.of(answer(), facts, deadline.time().instant());
        });
        return switch (seen) {
            case Observation.Answered answered -> answered;
            case Observation.Silent silent ->
                throw new PortException(new Fault(Fault.Kind.TIMED_OUT, asked.shown() + ": " + silent.reason()));
            case Observation.Refused refused ->
                throw new PortException(new Fault(Fault.Kind.UNREACHABLE, asked.shown() + ": " + refused.reason()));
        };
    }

    private Optional<Document> answer() throws IOException {
        return Absent.or(() -> clients.ask(asked).hiding(HIDDEN));
    }
}
