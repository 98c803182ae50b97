package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Rendering;
import io.belay.core.plan.Plan;
import java.util.List;

/**
 * What is to be done in one store, what is not, and what both rest on.
 *
 * @param plan in the order in which it is applied
 */
record Drawn(
        AlarmStore store, Plan<Canonical> plan, List<Withheld> withheld, List<Rendering> renderings, List<Held> held) {
    Drawn {
        requireNonNull(store, "store");
        requireNonNull(plan, "plan");
        withheld = List.copyOf(withheld);
        renderings = List.copyOf(renderings);
        held = List.copyOf(held);
    }
}
