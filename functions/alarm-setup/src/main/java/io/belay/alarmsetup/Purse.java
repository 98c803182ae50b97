package io.belay.alarmsetup;

import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Toll;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/** What is left of every quota of one store. Not safe for use by many threads. */
final class Purse {
    private final Map<Quota, Bucket> buckets = new HashMap<>();

    Duration until(Toll toll, Instant now) {
        return toll.calls().entrySet().stream()
                .map(each -> bucket(each.getKey(), now).until(each.getValue(), now))
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    void take(Toll toll, Instant now) {
        toll.calls().forEach((quota, calls) -> bucket(quota, now).take(calls, now));
    }

    void giveBack(Toll toll, Instant now) {
        toll.calls().forEach((quota, calls) -> bucket(quota, now).giveBack(calls));
    }

    private Bucket bucket(Quota quota, Instant now) {
        return buckets.computeIfAbsent(quota, each -> new Bucket(each, now));
    }
}
