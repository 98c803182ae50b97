package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Where all targets stand.
 *
 * @param seen those that could be read
 * @param unread of each other one, why not
 */
record Survey(List<Seen> seen, List<Finding> unread) {
    private static final int TRIES = 3;
    private static final Duration PAUSE = Duration.ofSeconds(1);

    Survey {
        seen = List.copyOf(seen);
        unread = List.copyOf(unread);
    }

    static Survey of(List<RollbackStep> steps, Time time, Deadline deadline) throws InterruptedException {
        return of(steps, time, deadline, Asking.IN_TURN);
    }

    static Survey of(List<RollbackStep> steps, Time time, Deadline deadline, Asking asking)
            throws InterruptedException {
        var standings = steps.stream()
                .map(each -> asking.ask(() -> read(each, time, deadline)))
                .toList();
        var seen = new ArrayList<Seen>();
        var unread = new ArrayList<Finding>();
        for (int at = 0; at < steps.size(); at++) {
            var step = steps.get(at);
            var before = time.instant();
            try {
                seen.add(new Seen(step, standings.get(at).get()));
            } catch (PortException fault) {
                unread.add(new Finding(
                        step.name(),
                        step.target().kind(),
                        step.target().target().address(),
                        Verdict.UNKNOWN,
                        "where it stands could not be read: " + fault.fault(),
                        List.of(),
                        Duration.between(before, time.instant())));
            }
        }
        return new Survey(seen, unread);
    }

    private static Standing read(RollbackStep step, Time time, Deadline deadline) throws InterruptedException {
        for (int attempt = 1; ; attempt++) {
            try {
                return step.target().read(deadline);
            } catch (PortException fault) {
                if (attempt == TRIES || !fault.fault().kind().retryable() || deadline.passed()) {
                    throw fault;
                }
                time.pause(PAUSE);
            }
        }
    }
}
