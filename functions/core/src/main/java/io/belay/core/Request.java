package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

/**
 * What a caller may say to a function. It names nothing that the system file does not hold.
 *
 * @param only the subjects to look at; empty for all
 * @param deadline when the report must be there
 * @param correlation the id this run bears
 * @param cause why it is called; empty where nobody but the clock calls
 * @param tick how often a clock calls, where it says so: more than nothing
 */
public record Request(
        Set<String> only, Deadline deadline, Correlation correlation, Optional<Cause> cause, Optional<Duration> tick) {
    /** @throws IllegalArgumentException where a clock calls all the time */
    public Request {
        only = Set.copyOf(only);
        requireNonNull(deadline, "deadline");
        requireNonNull(correlation, "correlation");
        requireNonNull(cause, "cause");
        if (tick.filter(each -> !each.isPositive()).isPresent()) {
            throw new IllegalArgumentException("a tick is more than nothing: " + tick.get());
        }
    }

    /** A request of somebody who is no clock, or does not say how often it calls. */
    public Request(Set<String> only, Deadline deadline, Correlation correlation, Optional<Cause> cause) {
        this(only, deadline, correlation, cause, Optional.empty());
    }

    /** A request without a cause. */
    public Request(Set<String> only, Deadline deadline, Correlation correlation) {
        this(only, deadline, correlation, Optional.empty());
    }

    /** Says little on purpose: libraries on the way log what they pass on. */
    @Override
    public String toString() {
        return "request " + correlation;
    }
}
