package io.belay.adapter.aliyun.ask;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.acs.Ask;
import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.document.Document;
import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * Asks once. That Alibaba Cloud itself does not answer is a fault: nothing is known then of what was asked about.
 *
 * @param ask what is asked
 * @param asked the facts wanted
 */
public record AskProbe(AcsClient client, Ask ask, Set<FactName> asked) implements Probe {
    /** What functions and clusters are given, passwords among it. */
    private static final Set<String> HIDDEN = Set.of("environmentVariables", "Env", "UserData");

    public AskProbe {
        asked = Set.copyOf(asked);
    }

    @Override
    public Target target() {
        return new Target(
                client.api().name() + " " + ask.action(),
                client.api().endpoint().getHost());
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var start = System.nanoTime();
        var facts = DocumentFacts.of(answer(deadline), asked, deadline.time().instant());
        return new Observation.Answered(facts, Duration.ofNanos(System.nanoTime() - start));
    }

    private Optional<Document> answer(Deadline deadline) throws InterruptedException {
        return Absent.or(() -> Document.of(client.ask(ask, deadline).members()).hiding(HIDDEN));
    }
}
