package io.belay.rollback;

import io.belay.core.release.Revision;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Stamp;

/**
 * What is to be done to one target.
 *
 * @param from the bad revision
 * @param stamp why the other is known to be good
 */
record Move(RollbackStep step, Revision from, Stamp stamp) {
    Revision to() {
        return stamp.revision();
    }

    String left() {
        return step.name() + " " + from;
    }

    String shown() {
        return step.name() + " from " + from + " to " + to();
    }
}
