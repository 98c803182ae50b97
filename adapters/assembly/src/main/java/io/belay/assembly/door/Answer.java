package io.belay.assembly.door;

import static java.util.Objects.requireNonNull;

import io.belay.core.Correlation;
import io.belay.core.Verdict;
import java.util.Optional;

/**
 * What goes back.
 *
 * @param status as HTTP says it: 200 for PASS and WARN, 503 for FAIL and UNKNOWN, 4xx where the call was wrong
 * @param mediaType of the body, with its charset
 * @param body in the form asked for, UTF-8
 * @param correlation the id of the run
 * @param verdict what the report says; empty where there is none
 */
public record Answer(int status, String mediaType, String body, Correlation correlation, Optional<Verdict> verdict) {
    public Answer {
        requireNonNull(mediaType, "mediaType");
        requireNonNull(body, "body");
        requireNonNull(correlation, "correlation");
        requireNonNull(verdict, "verdict");
    }
}
