package io.belay.bench;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Severity;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Question;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Observation;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.probe.Target;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Answers after a span and does nothing else, so that what is left is Belay's own time.
 *
 * @param span how long it takes; {@link #FOREVER} to hang until it is called off
 */
record TimedKind(Duration span) implements ProbeKind {
    static final Duration FOREVER = Duration.ofDays(1);

    private static final Key<Text> TARGET = Key.text("target", "Whom.").needed();
    private static final FactName ANSWER = FactName.of("answer");

    TimedKind {
        requireNonNull(span, "span");
    }

    /** A system of these checks alone. */
    static SystemSpec system(Limits limits, List<Check> checks) {
        return SystemSpec.of("bench", "here", new HealthSpec(checks, List.of(), limits));
    }

    /** As many checks, each of a host of its own. */
    List<Check> checks(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> check(span + " " + index))
                .toList();
    }

    /** As many checks, all of one host. */
    List<Check> checksOfOneHost(int count) {
        return IntStream.range(0, count)
                .mapToObj(index -> check(span + " of one " + index, "one"))
                .toList();
    }

    private Check check(String name) {
        return check(name, name);
    }

    private Check check(String name, String host) {
        var settings = Settings.builder().set(TARGET, Text.of(host)).build();
        return new Check(
                name,
                Severity.CRITICAL,
                new Question(this, settings, Set.of(ANSWER)),
                List.of(new Expectation(ANSWER, new Condition.Is(Value.of(true)))),
                new Patience.None(),
                Optional.empty());
    }

    @Override
    public String name() {
        return "timed";
    }

    @Override
    public Shape shape() {
        return Shape.of("Answers after a span.", TARGET);
    }

    @Override
    public List<Observable> observables() {
        return List.of(Observable.of("answer", Observable.Type.FLAG, Observable.Bare.EQUAL, "Yes."));
    }

    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        return new TimedProbe(settings.get(TARGET).shown(), span);
    }

    private record TimedProbe(String host, Duration span) implements Probe {
        @Override
        public Target target() {
            return new Target(host, host);
        }

        @Override
        public Observation observe(Deadline deadline) throws InterruptedException {
            if (span.isPositive()) {
                Thread.sleep(span);
            }
            return new Observation.Answered(List.of(new Fact(ANSWER, Value.of(true))), span);
        }
    }
}
