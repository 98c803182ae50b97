package io.belay.alarmsetup;

import static java.util.Objects.requireNonNull;

import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;

/** A change that is not made, and why. */
record Withheld(Change<Canonical> change, String reason) {
    Withheld {
        requireNonNull(change, "change");
        requireNonNull(reason, "reason");
    }
}
