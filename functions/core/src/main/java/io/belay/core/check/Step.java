package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * One step of a scenario.
 *
 * @param check what is asked and expected; its question may hold variables
 * @param captures what later steps use of the answer
 */
public record Step(Check check, List<Capture> captures) {
    public Step {
        requireNonNull(check, "check");
        captures = List.copyOf(captures);
    }
}
