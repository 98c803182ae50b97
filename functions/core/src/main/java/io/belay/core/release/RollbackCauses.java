package io.belay.core.release;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.AlarmSource;
import java.util.List;

/**
 * What a release is put back for. A person may always ask.
 *
 * @param alarms any of which is enough
 * @param fails how often in a row health has to fail; 0 where that is no cause
 */
public record RollbackCauses(List<Watched> alarms, int fails) {
    public RollbackCauses {
        alarms = List.copyOf(alarms);
        if (fails < 0) {
            throw new IllegalArgumentException("health fails zero times or more");
        }
    }

    /**
     * An alarm, and where it can be asked how it stands.
     *
     * @param alarm as its source names it
     */
    public record Watched(String alarm, AlarmSource source) {
        public Watched {
            requireNonNull(alarm, "alarm");
            requireNonNull(source, "source");
        }
    }
}
