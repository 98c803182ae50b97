package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import io.belay.core.announce.Announcer;
import io.belay.core.probe.Target;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * How a system's release is put back.
 *
 * @param when what it is put back for
 * @param steps what is put back, in this order; none where the file has no {@code rollback}
 * @param guards what has to hold before anything is moved
 * @param verify how it is proved
 * @param soak how long a revision has to serve well before it is known to be good
 * @param announcers who is told of it
 * @param promise how long it may take from the alarm until traffic has moved
 * @param stops what a person may stop altogether; no part of a rollback
 */
public record RollbackSpec(
        RollbackCauses when,
        List<RollbackStep> steps,
        RollbackGuards guards,
        RollbackProof verify,
        Duration soak,
        List<Announcer> announcers,
        Duration promise,
        List<RollbackStop> stops) {
    /** Of a system file that says nothing of rollback. */
    public static final RollbackSpec NONE = new RollbackSpec(
            new RollbackCauses(List.of(), 0),
            List.of(),
            RollbackGuards.DEFAULT,
            RollbackProof.DEFAULT,
            Duration.ofMinutes(10),
            List.of(),
            Duration.ofMinutes(5),
            List.of());

    public RollbackSpec {
        requireNonNull(when, "when");
        steps = List.copyOf(steps);
        requireNonNull(guards, "guards");
        requireNonNull(verify, "verify");
        requireNonNull(soak, "soak");
        announcers = List.copyOf(announcers);
        requireNonNull(promise, "promise");
        if (soak.isNegative() || !promise.isPositive()) {
            throw new IllegalArgumentException("a soak of zero or more, and a promise above zero");
        }
        stops = List.copyOf(stops);
        distinct("step", steps, RollbackStep::name, each -> each.target().target());
        distinct("stop", stops, RollbackStop::name, each -> each.brake().target());
    }

    private static <T> void distinct(String thing, List<T> all, Function<T, String> name, Function<T, Target> target) {
        if (all.stream().map(name).distinct().count() != all.size()
                || all.stream()
                                .map(each -> target.apply(each).address())
                                .distinct()
                                .count()
                        != all.size()) {
            throw new IllegalArgumentException("each " + thing + " has a name and a target of its own");
        }
    }

    /** The same, and {@code others} are told of it. */
    public RollbackSpec telling(List<Announcer> others) {
        return new RollbackSpec(when, steps, guards, verify, soak, others, promise, stops);
    }
}
