package io.belay.adapter.kubernetes;

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

/** Reads an object once. That its API server does not answer is a fault: nothing is known of the object then. */
record ObjectProbe(KubernetesApi api, ObjectPath path, Set<FactName> asked) implements Probe {
    @Override
    public Target target() {
        return new Target(path.shown(), "kubernetes");
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var start = System.nanoTime();
        var facts = DocumentFacts.of(read(deadline), asked, deadline.time().instant());
        return new Observation.Answered(facts, Duration.ofNanos(System.nanoTime() - start));
    }

    private Optional<Document> read(Deadline deadline) throws InterruptedException {
        return Absent.or(
                () -> Document.of(api.get(path.path(), deadline).members()).hiding(path.hidden()));
    }
}
