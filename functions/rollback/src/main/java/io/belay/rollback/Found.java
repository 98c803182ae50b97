package io.belay.rollback;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import java.time.Duration;
import java.util.List;

/** The finding that stands first in every report: what was decided, and why. */
final class Found {
    private Found() {}

    static Finding decision(
            Outcome.Kind kind, String summary, List<Evidence> evidence, List<Finding> guards, Duration took) {
        return new Finding("rollback", "rollback", "", kind.verdict(), summary, evidence, took, List.of(), guards);
    }

    static Finding alone(Outcome.Kind kind, String summary) {
        return decision(kind, summary, List.of(), List.of(), Duration.ZERO);
    }

    static Finding calledOff() {
        return alone(Outcome.Kind.UNKNOWN, "the run was called off");
    }
}
