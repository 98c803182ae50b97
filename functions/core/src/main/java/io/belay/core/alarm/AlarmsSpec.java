package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

import io.belay.core.plan.ChangePolicy;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The alarms of a system as they should be.
 *
 * @param owner whose mark they bear
 * @param sites each store and what it should hold; no two of the same address
 * @param policy which changes may be applied
 * @param takeOver the names of things that are there, bear no mark of this owner, and are to be its own from now on
 * @param safety how long the way to safety takes beside the alarms' own windows
 * @param drill how that way is drilled; empty where it is not
 */
public record AlarmsSpec(
        Owner owner,
        List<AlarmSite> sites,
        ChangePolicy policy,
        Set<String> takeOver,
        Safety safety,
        Optional<DrillSpec> drill) {
    /** Of a system file that says nothing of alarms. */
    public static final AlarmsSpec NONE = new AlarmsSpec(
            new Owner("none", "none"), List.of(), ChangePolicy.CREATE_ONLY, Set.of(), Safety.DEFAULT, Optional.empty());

    public AlarmsSpec {
        requireNonNull(owner, "owner");
        sites = List.copyOf(sites);
        requireNonNull(policy, "policy");
        takeOver = Set.copyOf(takeOver);
        requireNonNull(safety, "safety");
        requireNonNull(drill, "drill");
        if (sites.stream()
                        .map(each -> each.store().target().address())
                        .distinct()
                        .count()
                != sites.size()) {
            throw new IllegalArgumentException("each store is named once");
        }
    }
}
