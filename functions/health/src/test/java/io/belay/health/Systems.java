package io.belay.health;

import static io.belay.core.testkit.InMemoryProbeKind.SAY;
import static io.belay.core.testkit.InMemoryProbeKind.TARGET;

import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Redactor;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Severity;
import io.belay.core.Time;
import io.belay.core.check.Capture;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Question;
import io.belay.core.check.Sampling;
import io.belay.core.check.Scenario;
import io.belay.core.check.Step;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryProbeKind;
import io.belay.core.testkit.InMemoryTarget;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Builds small systems of in-memory targets and runs health over them. */
final class Systems {
    static final Fact OK = Fact.of("status", Value.of(200));
    static final Fact BROKEN = Fact.of("status", Value.of(503));
    static final Expectation IS_OK = new Expectation(FactName.of("status"), new Condition.Is(Value.of(200)));

    final TestingTime time = new TestingTime();
    final InMemoryProbeKind kind = new InMemoryProbeKind();
    final List<Check> checks = new ArrayList<>();
    final List<Scenario> scenarios = new ArrayList<>();
    final List<Check> load = new ArrayList<>();
    Limits limits = Limits.DEFAULT;
    Redactor redactor = Redactor.NONE;

    Systems target(String name, InMemoryTarget target) {
        kind.put(name, target);
        return this;
    }

    Question question(String target, Text say, FactName... asked) {
        return new Question(
                kind,
                Settings.builder().set(TARGET, Text.of(target)).set(SAY, say).build(),
                Set.of(asked));
    }

    Check check(String target) {
        return new Check(
                target,
                Severity.CRITICAL,
                question(target, Text.of("")),
                List.of(IS_OK),
                new Patience.None(),
                Optional.empty());
    }

    Systems with(Check check) {
        checks.add(check);
        return this;
    }

    Check patient(String target, Patience patience) {
        return new Check(
                target, Severity.CRITICAL, question(target, Text.of("")), List.of(IS_OK), patience, Optional.empty());
    }

    Check sampled(String target, Sampling sampling, Expectation... expectations) {
        return new Check(
                target,
                Severity.CRITICAL,
                question(target, Text.of("")),
                List.of(expectations),
                new Patience.None(),
                Optional.of(sampling));
    }

    Step step(String target, Text say, Capture... captures) {
        var facts = List.of(captures).stream().map(Capture::fact).toArray(FactName[]::new);
        return new Step(
                new Check(
                        target,
                        Severity.CRITICAL,
                        question(target, say, facts),
                        List.of(IS_OK),
                        new Patience.None(),
                        Optional.empty()),
                List.of(captures));
    }

    Step expecting(String target, FactName fact, Condition condition) {
        var check = check(target);
        return new Step(
                new Check(
                        target,
                        check.severity(),
                        question(target, Text.of(""), fact),
                        List.of(new Expectation(fact, condition)),
                        check.patience(),
                        check.sampling()),
                List.of());
    }

    Systems scenario(List<Step> steps, List<Step> cleanUp) {
        scenarios.add(new Scenario("story", Severity.CRITICAL, steps, cleanUp));
        return this;
    }

    Check named(String name, Check check) {
        return new Check(
                name, check.severity(), check.question(), check.expectations(), check.patience(), check.sampling());
    }

    Report run(String... only) {
        return run(time, time.in(Duration.ofSeconds(30)), Set.of(only));
    }

    Report run(Time clock, Deadline deadline, Set<String> only) {
        var spec = SystemSpec.of("harbor", "test", new HealthSpec(checks, scenarios, load, limits))
                .with(redactor);
        return new Health(spec, clock, Progress.NONE)
                .apply(new Request(only, deadline, new Correlation("correlation-1")));
    }

    Finding only() {
        var findings = run().findings();
        if (findings.size() != 1) {
            throw new IllegalStateException("one finding was meant: " + findings);
        }
        return findings.getFirst();
    }

    /** A text that says a variable. */
    static Text saying(String variable) {
        return new Text(List.of(new Text.Part.Variable(variable)));
    }
}
