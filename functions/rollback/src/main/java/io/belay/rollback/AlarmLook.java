package io.belay.rollback;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmState;
import io.belay.core.release.RollbackCauses.Watched;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** One alarm, asked at its source, once for all guards. */
final class AlarmLook {
    private final Watched watched;
    private final Deadline deadline;
    private Optional<AlarmState> state = Optional.empty();

    AlarmLook(Watched watched, Deadline deadline) {
        this.watched = watched;
        this.deadline = deadline;
    }

    AlarmState state() throws InterruptedException {
        if (state.isEmpty()) {
            state = Optional.of(watched.source().read(watched.alarm(), deadline));
        }
        return state.get();
    }

    List<AlarmState> history(Instant from) throws InterruptedException {
        return watched.source().history(watched.alarm(), from, deadline);
    }

    String shown() {
        return watched.alarm() + " of " + watched.source().kind();
    }
}
