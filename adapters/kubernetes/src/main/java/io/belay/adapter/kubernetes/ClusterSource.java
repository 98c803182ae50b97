package io.belay.adapter.kubernetes;

import io.belay.core.Deadline;
import io.belay.core.PortException;

/** Tells how a cluster is asked, at the time of asking: what it gives may run out. */
@FunctionalInterface
public interface ClusterSource {
    /**
     * How it is asked now.
     *
     * @throws PortException where nobody knows
     */
    ClusterAccess access(Deadline deadline) throws InterruptedException;
}
