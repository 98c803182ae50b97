package io.belay.core.alarm;

import java.util.Map;

/**
 * What one call of {@link AlarmStore#apply} costs. Changes that follow one another and cost the same go in one call.
 *
 * @param calls how many of each quota, reads before the write included
 * @param together how many changes may go in one call, 1 or more
 */
public record Toll(Map<Quota, Integer> calls, int together) {
    public Toll {
        calls = Map.copyOf(calls);
        if (together < 1 || calls.values().stream().anyMatch(each -> each < 1)) {
            throw new IllegalArgumentException("a toll is of one call or more, for one change or more");
        }
    }

    /** One call of {@code quota}, for one change. */
    public static Toll one(Quota quota) {
        return new Toll(Map.of(quota, 1), 1);
    }
}
