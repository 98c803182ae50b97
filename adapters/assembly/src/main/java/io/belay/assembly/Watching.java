package io.belay.assembly;

import io.belay.core.Deadline;
import io.belay.core.PortException;
import io.belay.core.release.RollbackStep;
import io.belay.core.system.SystemSpec;
import io.belay.core.system.Watch;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether a verification that a clock calls for is due: by how long what serves has served, which the targets themselves say. */
final class Watching {
    /** Longer than that nobody is asked only to learn that there is nothing to do. */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private Watching() {}

    /** When the next is due; empty where this one is. Where a target does not say since when, it is verified. */
    static Optional<Instant> next(SystemSpec system, Watch watch, Duration tick, Instant now, Deadline deadline) {
        try {
            var released = system.rollback().steps().stream()
                    .flatMap(step -> deployed(step, deadline.within(PATIENCE)))
                    .max(Comparator.naturalOrder());
            return watch.next(released, now, tick);
        } catch (PortException unread) {
            return Optional.empty();
        }
    }

    private static Stream<Instant> deployed(RollbackStep step, Deadline deadline) {
        try {
            return step.target().read(deadline).deployed().stream();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Stream.empty();
        }
    }
}
