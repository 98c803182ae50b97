package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import io.belay.core.Cause;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The chain, in one invocation: are the databases where the release expects them, is every part well; where health fails as often
 * in a row as the system file says, rollback; then health once more. A release that failed stays a FAIL, whatever was put back. What
 * could not be found out rolls nothing back. Safe for use by many threads.
 */
final class Verify implements Function<Request, Report> {
    private final SystemSpec system;
    private final Function<Request, Report> migrations;
    private final Function<Request, Report> health;
    private final Function<Request, Report> rollback;
    private final Time time;

    Verify(
            SystemSpec system,
            Function<Request, Report> migrations,
            Function<Request, Report> health,
            Function<Request, Report> rollback,
            Time time) {
        this.system = requireNonNull(system, "system");
        this.migrations = requireNonNull(migrations, "migrations");
        this.health = requireNonNull(health, "health");
        this.rollback = requireNonNull(rollback, "rollback");
        this.time = requireNonNull(time, "time");
    }

    /** One step of the chain: its name, and what was found. */
    private record Stage(String name, Report report) {
        String said() {
            return name + " " + report.verdict();
        }

        /** What is asked again bears the stage in its name, so that no two findings are the same. */
        List<Finding> findings(boolean first) {
            return first
                    ? report.findings()
                    : report.findings().stream().map(this::named).toList();
        }

        private Finding named(Finding finding) {
            return new Finding(
                    name + ": " + finding.subject(),
                    finding.kind(),
                    finding.target(),
                    finding.verdict(),
                    finding.summary(),
                    finding.evidence(),
                    finding.took(),
                    finding.samples(),
                    finding.parts());
        }
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        var stages = new ArrayList<Stage>();
        var asked = new Request(Set.of(), request.deadline(), request.correlation(), Optional.empty());
        if (!system.migrations().databases().isEmpty()) {
            stages.add(new Stage("migrations", migrations.apply(asked)));
        }
        try {
            if (!system.health().checks().isEmpty()
                    || !system.health().scenarios().isEmpty()) {
                stages.add(new Stage("health", health.apply(asked)));
                goOn(stages, asked);
            }
        } catch (InterruptedException _) {
            // What was found so far is told; whoever called it off knows that it is not all.
            Thread.currentThread().interrupt();
        }
        return report(request, started, stages);
    }

    private void goOn(List<Stage> stages, Request asked) throws InterruptedException {
        var wanted = system.rollback().when().fails();
        var last = stages.getLast().report();
        var fails = last.verdict() == Verdict.FAIL ? 1 : 0;
        if (wanted == 0 || fails == 0) {
            return;
        }
        while (fails < wanted && !asked.deadline().passed()) {
            time.pause(system.rollback().verify().every());
            last = health.apply(asked);
            if (last.verdict() != Verdict.FAIL) {
                stages.add(new Stage("health again", last));
                return;
            }
            fails++;
        }
        if (fails < wanted) {
            return;
        }
        var cause = new Cause.VerifyFailed(fails, last.correlation(), last.started());
        stages.add(new Stage(
                "rollback",
                rollback.apply(new Request(Set.of(), asked.deadline(), asked.correlation(), Optional.of(cause)))));
        stages.add(new Stage("health after", health.apply(asked)));
    }

    private Report report(Request request, Instant started, List<Stage> stages) {
        var findings = new ArrayList<Finding>();
        var verdict = Verdict.worst(
                stages.stream().map(stage -> stage.report().verdict()).toList());
        var summary = stages.isEmpty()
                ? "the system file has neither health nor migrations"
                : stages.stream().map(Stage::said).collect(Collectors.joining(", then "));
        var evidence = stages.stream()
                .map(stage -> Evidence.noted(
                        stage.name(), stage.report().findings().size() + " findings, " + counts(stage.report())))
                .toList();
        var took = Duration.between(started, time.instant());
        findings.add(new Finding("verify", "verify", "", verdict, summary, evidence, took));
        var names = new ArrayList<String>();
        for (var stage : stages) {
            var function = stage.report().function();
            findings.addAll(stage.findings(!names.contains(function)));
            names.add(function);
        }
        return new Report(
                Bundle.VERIFY, system.name(), system.environment(), request.correlation(), started, took, findings);
    }

    private static String counts(Report report) {
        return Stream.of(Verdict.values())
                .filter(verdict -> report.count(verdict) > 0)
                .map(verdict -> report.count(verdict) + " " + verdict)
                .collect(Collectors.joining(", "));
    }
}
