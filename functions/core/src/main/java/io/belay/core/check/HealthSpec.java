package io.belay.core.check;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What it means for a system to be well.
 *
 * @param checks each on its own
 * @param scenarios each a chain of steps
 * @param load checks of many callers at once, of which each is asked by its name alone
 * @param limits how much else is asked at once
 */
public record HealthSpec(List<Check> checks, List<Scenario> scenarios, List<Check> load, Limits limits) {
    /** Of a system file that says nothing of health. */
    public static final HealthSpec NONE = new HealthSpec(List.of(), List.of(), Limits.DEFAULT);

    public HealthSpec {
        checks = List.copyOf(checks);
        scenarios = List.copyOf(scenarios);
        load = List.copyOf(load);
        requireNonNull(limits, "limits");
    }

    /** Without a load. */
    public HealthSpec(List<Check> checks, List<Scenario> scenarios, Limits limits) {
        this(checks, scenarios, List.of(), limits);
    }
}
