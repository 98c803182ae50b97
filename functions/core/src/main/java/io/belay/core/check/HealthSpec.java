package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What it means for a system to be well.
 *
 * @param checks each on its own
 * @param scenarios each a chain of steps
 * @param limits how much is asked at once
 */
public record HealthSpec(List<Check> checks, List<Scenario> scenarios, Limits limits) {
    /** Of a system file that says nothing of health. */
    public static final HealthSpec NONE = new HealthSpec(List.of(), List.of(), Limits.DEFAULT);

    public HealthSpec {
        checks = List.copyOf(checks);
        scenarios = List.copyOf(scenarios);
        requireNonNull(limits, "limits");
    }
}
