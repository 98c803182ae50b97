package io.belay.alarmsetup;

import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmSite;
import io.belay.core.alarm.AlarmsSpec;
import io.belay.core.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What every store holds, and what is to become of it.
 *
 * @param drawn of each store that could be read, in the order of the system file
 * @param unread what is said of the others
 */
record Look(List<Drawn> drawn, List<Finding> unread) {
    Look {
        drawn = List.copyOf(drawn);
        unread = List.copyOf(unread);
    }

    static Look at(AlarmsSpec spec, Set<String> only, Time time, Deadline deadline) throws InterruptedException {
        var drawn = new ArrayList<Drawn>();
        var unread = new ArrayList<Finding>();
        for (var site : spec.sites()) {
            try {
                drawn.add(draw(spec, site, only, new Backoff(time, deadline)));
            } catch (PortException fault) {
                unread.add(unread(site, fault));
            }
        }
        return new Look(drawn, unread);
    }

    private static Drawn draw(AlarmsSpec spec, AlarmSite site, Set<String> only, Backoff backoff)
            throws InterruptedException {
        var store = site.store();
        var renderings = backoff.patiently(() -> store.canonical(spec.owner(), site.wanted(), backoff.deadline()));
        var held = backoff.patiently(() -> store.current(spec.owner(), site.wanted(), backoff.deadline()));
        var sketch = new Planner(spec).sketch(renderings, held, only);
        return new Drawn(store, new Plan<>(sketch.changes()), sketch.withheld(), renderings, held);
    }

    private static Finding unread(AlarmSite site, PortException fault) {
        return new Finding(
                site.store().kind(),
                "store",
                site.store().target().address(),
                Verdict.UNKNOWN,
                "could not be read: " + fault.fault(),
                List.of(Evidence.compared("read", "yes", fault.fault().toString(), false)),
                Duration.ZERO);
    }

    /** How many changes there are. */
    int changes() {
        return drawn.stream().mapToInt(each -> each.plan().changes().size()).sum();
    }
}
