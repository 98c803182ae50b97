package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import io.belay.core.fact.Expectation;
import java.util.List;
import java.util.Optional;

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
}
