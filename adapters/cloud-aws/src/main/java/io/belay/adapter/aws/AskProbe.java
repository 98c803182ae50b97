package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.document.Document;
import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;

/** Asks once. */
record AskProbe(AwsClients clients, Asked asked, Set<FactName> facts) implements Probe {
    /** What functions and containers are given, passwords among it. */
    private static final Set<String> HIDDEN = Set.of("Variables", "environment", "userData", "UserData");

    @Override
    public Target target() {
        return new Target(asked.shown(), asked.api().endpoint(clients.place()).getHost());
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        return AskTurn.make(
                asked,
                deadline,
                () -> DocumentFacts.of(answer(), facts, deadline.time().instant()));
    }

    private Optional<Document> answer() throws IOException {
        return Absent.or(() -> clients.ask(asked).hiding(HIDDEN));
    }
}
