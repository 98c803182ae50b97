package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.util.Set;
import java.util.stream.Stream;

record InMemoryProbe(String name, String said, InMemoryTarget answerer, Set<FactName> asked) implements Probe {
    @Override
    public Target target() {
        return new Target("memory:" + name, name);
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var seen = answerer.answer(said, deadline);
        if (!(seen instanceof Observation.Answered answered)) {
            return seen;
        }
        var missing = asked.stream()
                .filter(fact ->
                        answered.facts().stream().noneMatch(each -> each.name().equals(fact)));
        return new Observation.Answered(
                Stream.concat(answered.facts().stream(), missing.map(fact -> new Fact(fact, answered.value(fact))))
                        .toList(),
                answered.took());
    }
}
