package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import java.util.Set;

/**
 * What a caller may say to a function. It names nothing that the system file does not hold.
 *
 * @param only the subjects to look at; empty for all
 * @param deadline when the report must be there
 * @param correlation the id this run bears
 * @param cause why it is called; empty where nobody but the clock calls
 */
public record Request(Set<String> only, Deadline deadline, Correlation correlation, Optional<Cause> cause) {
    public Request {
        only = Set.copyOf(only);
        requireNonNull(deadline, "deadline");
        requireNonNull(correlation, "correlation");
        requireNonNull(cause, "cause");
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
