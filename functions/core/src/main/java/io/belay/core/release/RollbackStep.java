package io.belay.core.release;

import static java.util.Objects.requireNonNull;

/**
 * One thing that is put back to a revision known to be good.
 *
 * @param name as people call it
 */
public record RollbackStep(String name, ReleaseTarget target) {
    public RollbackStep {
        requireNonNull(name, "name");
        requireNonNull(target, "target");
    }
}
