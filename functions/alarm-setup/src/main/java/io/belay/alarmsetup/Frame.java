package io.belay.alarmsetup;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What stands around a function's findings, and keeps secrets out of them. */
record Frame(String function, SystemSpec system, Time time) {
    /** What a function does, and may be called off from. */
    @FunctionalInterface
    interface Work {
        List<Finding> findings() throws InterruptedException;
    }

    Report report(Request request, Work work) {
        var started = time.instant();
        try {
            return report(request, started, work.findings());
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return report(request, started, List.of(head(Verdict.UNKNOWN, "the run was called off", List.of())));
        }
    }

    private Report report(Request request, Instant started, List<Finding> findings) {
        return new Report(
                function,
                system.name(),
                system.environment(),
                request.correlation(),
                started,
                Duration.between(started, time.instant()),
                findings.stream()
                        .map(each -> each.map(system.redactor()::redact))
                        .toList());
    }

    /** The finding that stands first and says it all. */
    Finding head(Verdict verdict, String summary, List<Evidence> evidence) {
        return new Finding("alarms", function, "", verdict, summary, evidence, Duration.ZERO);
    }
}
