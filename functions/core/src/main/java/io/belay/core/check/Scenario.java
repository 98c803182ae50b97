package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import io.belay.core.Severity;
import java.util.List;

/**
 * Steps one after the other, each with what the ones before have captured. The first that does not pass ends them; the
 * clean-up runs all the same.
 *
 * @param name as people call it; unique in its system file
 * @param severity how much a failure weighs
 * @param steps at least one
 * @param cleanUp steps that always run, each of them, once the others have ended
 */
public record Scenario(String name, Severity severity, List<Step> steps, List<Step> cleanUp) {
    public Scenario {
        requireNonNull(name, "name");
        requireNonNull(severity, "severity");
        steps = List.copyOf(steps);
        cleanUp = List.copyOf(cleanUp);
        if (steps.isEmpty()) {
            throw new IllegalArgumentException(name + " has no steps, so it would always pass");
        }
    }
}
