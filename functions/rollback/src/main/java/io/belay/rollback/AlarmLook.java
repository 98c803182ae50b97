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
    private Optional<Ahead<AlarmState>> asked = Optional.empty();
    private Optional<Turns> turns = Optional.empty();

    AlarmLook(Watched watched, Deadline deadline) {
        this.watched = watched;
        this.deadline = deadline;
    }

    /** Asks already, before it is known from when on the guards want to know how it stood: from {@code from}, most likely. */
    AlarmLook ahead(Asking asking, Instant from) {
        asked = Optional.of(asking.ask(() -> watched.source().read(watched.alarm(), deadline)));
        turns = Optional.of(new Turns(
                from, asking.ask(() -> watched.source().history(watched.alarm(), from, deadline))));
        return this;
    }

    /** How it stood from a moment on. */
    private record Turns(Instant from, Ahead<List<AlarmState>> answer) {}

    AlarmState state() throws InterruptedException {
        if (state.isEmpty()) {
            state = Optional.of(
                    asked.isPresent() ? asked.get().get() : watched.source().read(watched.alarm(), deadline));
        }
        return state.get();
    }

    /** From {@code from} on at the least. */
    List<AlarmState> history(Instant from) throws InterruptedException {
        if (turns.isPresent() && !from.isBefore(turns.get().from())) {
            return turns.get().answer().get();
        }
        return watched.source().history(watched.alarm(), from, deadline);
    }

    String shown() {
        return watched.alarm() + " of " + watched.source().kind();
    }
}
