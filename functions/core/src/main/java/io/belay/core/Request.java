package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.util.Set;

/**
 * What a caller may say to a function. It names nothing that the system file does not hold.
 *
 * @param only the subjects to look at; empty for all
 * @param deadline when the report must be there
 * @param correlation the id this run bears
 */
public record Request(Set<String> only, Deadline deadline, Correlation correlation) {
    public Request {
        only = Set.copyOf(only);
        requireNonNull(deadline, "deadline");
        requireNonNull(correlation, "correlation");
    }

    /** Says little on purpose: libraries on the way log what they pass on. */
    @Override
    public String toString() {
        return "request " + correlation;
    }
}
