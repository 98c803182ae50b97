package io.belay.adapter.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Text;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** Asks a probe once, with time enough. */
final class Ask {
    private Ask() {}

    static Observation once(Probe probe) throws InterruptedException {
        return probe.observe(Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
    }

    static Value value(Probe probe, String fact) throws InterruptedException {
        var seen = once(probe);
        assertThat(seen).isInstanceOf(Observation.Answered.class);
        return ((Observation.Answered) seen).value(FactName.of(fact));
    }

    static String refusal(Probe probe) throws InterruptedException {
        var seen = once(probe);
        assertThat(seen).isInstanceOf(Observation.Refused.class);
        return ((Observation.Refused) seen).reason();
    }

    static Text secret(String reference, String value) {
        return new Text(List.of(new Text.Part.Secret(reference, value)));
    }
}
