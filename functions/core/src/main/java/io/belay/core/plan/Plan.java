package io.belay.core.plan;

import java.util.List;

/**
 * Changes in the order in which they are to be applied.
 *
 * @param changes none of two on the same thing
 */
public record Plan<T>(List<Change<T>> changes) {
    public Plan {
        changes = List.copyOf(changes);
    }

    /** Whether there is nothing to do. */
    public boolean empty() {
        return changes.isEmpty();
    }
}
