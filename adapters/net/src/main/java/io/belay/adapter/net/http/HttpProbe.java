package io.belay.adapter.net.http;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.util.Set;

record HttpProbe(Clients clients, Target target, Ask ask, Redirects redirects, Duration timeout, Set<FactName> asked)
        implements Probe {
    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        clients.ready(ask);
        var start = System.nanoTime();
        try {
            var end = redirects.follow(clients, ask, deadline.within(timeout));
            var took = since(start);
            return new Observation.Answered(HttpFacts.of(asked, end, ask, target.address()), took);
        } catch (NoAnswer none) {
            return none.after(since(start));
        }
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }
}
