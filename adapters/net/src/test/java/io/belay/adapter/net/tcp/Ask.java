package io.belay.adapter.net.tcp;

import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Deadline;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks a probe once, with time enough. */
public final class Ask {
    private Ask() {}

    public static Observation once(Probe probe) throws InterruptedException {
        return probe.observe(Deadline.in(Duration.ofSeconds(30), InstantSource.system()));
    }

    public static Value value(Probe probe, FactName fact) throws InterruptedException {
        var seen = once(probe);
        assertThat(seen).isInstanceOf(Observation.Answered.class);
        return ((Observation.Answered) seen).value(fact);
    }

    public static Value value(Probe probe, String fact) throws InterruptedException {
        return value(probe, FactName.of(fact));
    }

    public static String refusal(Probe probe) throws InterruptedException {
        var seen = once(probe);
        assertThat(seen).isInstanceOf(Observation.Refused.class);
        return ((Observation.Refused) seen).reason();
    }

    public static Set<FactName> facts(String... names) {
        return Arrays.stream(names).map(FactName::of).collect(Collectors.toUnmodifiableSet());
    }
}
