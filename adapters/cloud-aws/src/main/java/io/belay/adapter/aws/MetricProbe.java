package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.probe.MetricFacts;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.Target;
import io.belay.core.settings.Settings;
import java.util.Set;

/** Asks CloudWatch for one metric, the latest values first. */
record MetricProbe(AwsClients clients, Settings settings, Set<FactName> asked) implements Probe {
    @Override
    public Target target() {
        var metric = settings.get(MetricKind.NAMESPACE).shown() + " "
                + settings.get(MetricKind.METRIC).shown();
        return new Target(metric, "monitoring." + clients.place().region() + ".amazonaws.com");
    }

    @Override
    public Observation observe(Deadline deadline) throws InterruptedException {
        var question = MetricQuestion.of(settings, deadline.time().instant());
        return AskTurn.make(
                question, deadline, () -> MetricFacts.of(MetricQuestion.values(clients.ask(question)), asked));
    }
}
