package io.belay.alarmsetup;

import io.belay.core.alarm.Quota;
import java.time.Duration;
import java.time.Instant;

/** The calls that a quota leaves, by the moment at which it is whole again. Not safe for use by many threads. */
final class Bucket {
    private final Quota quota;
    private Instant whole;

    /** A full one. */
    Bucket(Quota quota, Instant now) {
        this.quota = quota;
        whole = now;
    }

    /** How long until {@code calls} are left, or as many as it ever holds. */
    Duration until(int calls, Instant now) {
        var most = quota.per().minus(quota.pace().multipliedBy(Math.min(calls, quota.calls())));
        var wait = Duration.between(now, whole.minus(most));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    void take(int calls, Instant now) {
        whole = (whole.isBefore(now) ? now : whole).plus(quota.pace().multipliedBy(calls));
    }

    /** What was turned away was not counted. */
    void giveBack(int calls) {
        whole = whole.minus(quota.pace().multipliedBy(calls));
    }
}
