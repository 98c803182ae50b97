package io.belay.runtime.fc;

import static java.util.Objects.requireNonNull;

import io.belay.assembly.door.Reserve;
import io.belay.core.Deadline;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * How long a call may take.
 *
 * @param otherwise what holds where FC does not say, as its documentation does not promise that it does; empty for the
 *     system file's own limit
 * @param time what tells the time
 */
record TimeLimit(Optional<Duration> otherwise, InstantSource time) {
    /** The longest time limit FC knows. */
    static final Duration LONGEST = Duration.ofDays(1);

    TimeLimit {
        requireNonNull(otherwise, "otherwise");
        requireNonNull(time, "time");
    }

    /** The deadline under FC's limit of {@code millis}; zero where FC said none. */
    Deadline deadline(int millis) {
        var limit = millis > 0 ? Duration.ofMillis(millis) : otherwise.orElse(LONGEST);
        return Reserve.before(limit, time);
    }

    /** The same of a call whose caller may have said {@code millis}: they only shorten what whoever deploys said. */
    Deadline most(int millis) {
        var said = otherwise.map(Duration::toMillis).orElse((long) millis);
        return deadline(millis > 0 ? (int) Math.min(millis, said) : 0);
    }
}
