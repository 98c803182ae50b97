package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/**
 * The instant by which an answer must be there.
 *
 * @param at the instant
 * @param time what tells how far off it is
 */
public record Deadline(Instant at, InstantSource time) {
    /** Beyond it neither an {@link Instant} nor nanoseconds in a long can count. */
    private static final Duration LONGEST = Duration.ofDays(36_500);

    public Deadline {
        requireNonNull(at, "at");
        requireNonNull(time, "time");
    }

    /** The deadline {@code span} from now; a hundred years at the most. */
    public static Deadline in(Duration span, InstantSource time) {
        return new Deadline(time.instant().plus(span.compareTo(LONGEST) < 0 ? span : LONGEST), time);
    }

    /** How long is left; never negative. */
    public Duration remaining() {
        var left = Duration.between(time.instant(), at);
        return left.isNegative() ? Duration.ZERO : left;
    }

    /** Whether it is over. */
    public boolean passed() {
        return !time.instant().isBefore(at);
    }

    /** This deadline, or the one {@code span} from now where that is sooner. */
    public Deadline within(Duration span) {
        var other = in(span, time);
        return other.at().isBefore(at) ? other : this;
    }
}
