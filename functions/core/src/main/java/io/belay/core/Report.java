package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * A run's findings: all that a function returns.
 *
 * @param function the function that ran: {@code health}
 * @param system the system's name in its file
 * @param environment the system's environment in its file
 * @param correlation the id that this run bears in every log line
 * @param started when the run began
 * @param took how long it lasted
 * @param findings in the order of the system file
 */
public record Report(
        String function,
        String system,
        String environment,
        Correlation correlation,
        Instant started,
        Duration took,
        List<Finding> findings) {
    public Report {
        requireNonNull(function, "function");
        requireNonNull(system, "system");
        requireNonNull(environment, "environment");
        requireNonNull(correlation, "correlation");
        requireNonNull(started, "started");
        requireNonNull(took, "took");
        findings = List.copyOf(findings);
    }

    /** The worst of the findings; {@link Verdict#UNKNOWN} where there are none. */
    public Verdict verdict() {
        return Verdict.worst(findings.stream().map(Finding::verdict).toList());
    }

    /** How many findings say {@code verdict}. */
    public long count(Verdict verdict) {
        return findings.stream().filter(each -> each.verdict() == verdict).count();
    }

    /** Says little on purpose: libraries on the way log what they pass on. */
    @Override
    public String toString() {
        return function + " report " + correlation + ": " + verdict();
    }
}
