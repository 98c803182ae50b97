package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.core.Correlation;
import io.belay.core.Deadline;
import java.util.Optional;

/**
 * One call, whatever door it came through. The door, not the caller, says which function.
 *
 * @param function the function the door stands for
 * @param asked what the caller said
 * @param accept what form of answer was asked for: an HTTP {@code Accept} header; empty for JSON
 * @param deadline when the answer must be there
 * @param correlation the id of this run
 */
public record Call(String function, Asked asked, Optional<String> accept, Deadline deadline, Correlation correlation) {
    public Call {
        requireNonNull(function, "function");
        requireNonNull(asked, "asked");
        requireNonNull(accept, "accept");
        requireNonNull(deadline, "deadline");
        requireNonNull(correlation, "correlation");
    }
}
