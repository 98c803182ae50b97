package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Spans;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A question, and what its answer must be.
 *
 * @param name as people call it; unique in its system file
 * @param severity how much a failure weighs
 * @param question what is asked
 * @param expectations what must hold, at least one: none would pass vacuously
 * @param patience what is put up with before it is called failed
 * @param sampling how often it is asked for percentiles; empty for once
 */
public record Check(
        String name,
        Severity severity,
        Question question,
        List<Expectation> expectations,
        Patience patience,
        Optional<Sampling> sampling) {
    public Check {
        requireNonNull(name, "name");
        requireNonNull(severity, "severity");
        requireNonNull(question, "question");
        requireNonNull(patience, "patience");
        requireNonNull(sampling, "sampling");
        expectations = List.copyOf(expectations);
        if (expectations.isEmpty()) {
            throw new IllegalArgumentException(name + " expects nothing, so it would always pass");
        }
    }

    /** The variables of a scenario in what is asked and expected. */
    public Set<String> variables() {
        var expected = expectations.stream().flatMap(each -> each.condition().variables().stream());
        return Stream.concat(question.settings().variables().stream(), expected)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** This check, expecting with the variables that {@code values} knows filled in, of which those {@code hidden} stay unseen. */
    public Check expecting(Map<String, String> values, Set<String> hidden) {
        var filled =
                expectations.stream().map(each -> each.fill(values, hidden)).toList();
        return new Check(name, severity, question, filled, patience, sampling);
    }

    /** How long it may take to fail, by its pauses alone: a run that is shorter leaves it unknown, however broken. */
    public Duration atLeast() {
        if (sampling.isPresent()) {
            return sampling.get().atLeast();
        }
        return switch (patience) {
            case Patience.None _ -> Duration.ZERO;
            case Patience.Wait wait -> wait.atMost();
            case Patience.InARow row -> Spans.times(row.every(), row.failures());
        };
    }
}
