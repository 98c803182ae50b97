package io.belay.rollback;

import io.belay.core.Finding;
import io.belay.core.Verdict;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a run came to.
 *
 * @param title one line: what was done, or why nothing was
 * @param next what a person should do
 * @param findings of each part, after the one that says it all
 * @param raised since when its cause is there, where that is known
 */
record Outcome(Kind kind, String title, String next, List<Finding> findings, Optional<Instant> raised) {
    Outcome {
        findings = List.copyOf(findings);
    }

    Outcome(Kind kind, String title, String next, List<Finding> findings) {
        this(kind, title, next, findings, Optional.empty());
    }

    enum Kind {
        /** It was put back, and proved. */
        DONE(Verdict.PASS),
        /** There was nothing to do. */
        NOTHING(Verdict.PASS),
        /** Another run is at it. */
        ELSEWHERE(Verdict.WARN),
        /** It cannot be told whether it may be done, or this run could not end it. */
        UNKNOWN(Verdict.UNKNOWN),
        /** A guard does not hold. */
        REFUSED(Verdict.FAIL),
        /** It was begun and given up. */
        FAILED(Verdict.FAIL);

        private final Verdict verdict;

        Kind(Verdict verdict) {
            this.verdict = verdict;
        }

        Verdict verdict() {
            return verdict;
        }
    }
}
