package io.belay.adapter.report;

import io.belay.core.Correlation;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Reports of what is released, as those functions write them. */
final class Releases {
    private Releases() {}

    static Report plan() {
        var guards = List.of(
                guard("asked for", Verdict.PASS, "the system file names alarm errors", List.of()),
                guard("still so", Verdict.PASS, "alarm errors is red: Threshold Crossed", List.of()),
                guard(
                        "of this target",
                        Verdict.PASS,
                        "its dimensions name no target of this kind; the system file names the alarm",
                        List.of()),
                guard(
                        "kill switch",
                        Verdict.FAIL,
                        "the kill switch is on: sale until Monday",
                        List.of(Evidence.compared("kill switch", "off", "on: sale until Monday", false))));
        var head = new Finding(
                "rollback",
                "rollback",
                "",
                Verdict.FAIL,
                "would not roll back (kill switch): the kill switch is on: sale until Monday",
                List.of(
                        Evidence.noted("cause", "alarm errors of cloudwatch"),
                        Evidence.noted("plan", "p-064b224d41df9d3f"),
                        Evidence.noted("would move", "serve from 42 to 41")),
                Duration.ofMillis(12),
                List.of(),
                guards);
        var step = new Finding(
                "serve",
                "lambda",
                "lambda:us-east-1:serve:live",
                Verdict.PASS,
                "would go from 42 to 41",
                List.of(Evidence.noted("serves", "42"), Evidence.noted("journal", "none")),
                Duration.ZERO);
        return report("rollback-plan", head, step);
    }

    static Report release() {
        return report(
                "release",
                new Finding(
                        "serve",
                        "lambda",
                        "lambda:us-east-1:serve:live",
                        Verdict.PASS,
                        "serves 41",
                        List.of(
                                Evidence.noted("serves", "41"),
                                Evidence.noted("since", "2026-11-21T10:10:00Z"),
                                Evidence.noted("condition", "settled"),
                                Evidence.noted(
                                        "known good 41",
                                        "since 2026-11-21T09:00:00Z, report correlation-41, databases at {main=[006]}"),
                                Evidence.noted("quarantine 42", "since 2026-11-21T10:10:00Z, by r-2665e838b5e4")),
                        Duration.ZERO));
    }

    private static Finding guard(String name, Verdict verdict, String summary, List<Evidence> evidence) {
        return new Finding(name, "guard", "", verdict, summary, evidence, Duration.ZERO);
    }

    private static Report report(String function, Finding... findings) {
        return new Report(
                function,
                "shop",
                "prod",
                new Correlation("correlation-1"),
                Instant.parse("2026-11-21T10:10:00Z"),
                Duration.ofMillis(40),
                List.of(findings));
    }
}
