package io.belay.rollback;

import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What stands around a function's findings, and keeps secrets out of them. */
record Frame(String function, SystemSpec system, Time time) {
    Report report(Request request, Instant started, List<Finding> findings) {
        return new Report(
                function,
                system.name(),
                system.environment(),
                request.correlation(),
                started,
                Duration.between(started, time.instant()),
                findings.stream().map(this::shown).toList());
    }

    Finding shown(Finding finding) {
        return finding.map(system.redactor()::redact);
    }
}
