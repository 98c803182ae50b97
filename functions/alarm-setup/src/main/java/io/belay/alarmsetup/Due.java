package io.belay.alarmsetup;

import io.belay.core.alarm.Canonical;
import io.belay.core.plan.Change;
import java.time.Instant;
import java.util.Comparator;

/**
 * A change that is still to be made.
 *
 * @param place in the plan
 * @param failed how often it was tried in vain
 * @param from when it may be tried
 */
record Due(Change<Canonical> change, int place, int failed, Instant from) {
    /** What may be tried sooner, then as planned. */
    static final Comparator<Due> ORDER = Comparator.comparing(Due::from).thenComparingInt(Due::place);

    Due again(Instant now) {
        return new Due(change, place, failed + 1, now.plus(Backoff.after(failed + 1)));
    }
}
