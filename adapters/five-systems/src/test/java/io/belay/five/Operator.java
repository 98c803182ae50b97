package io.belay.five;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.deliveries.DeliveryShape;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Bell;
import io.belay.assembly.door.Door;
import io.belay.assembly.door.Doorway;
import io.belay.assembly.door.Log;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.testkit.TestingTime;
import java.io.OutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Whoever calls Belay's functions for a system: a clock, an alarm, a person.
 *
 * @param deadlines when each call has to be answered, from the moment of the call
 */
public record Operator(Bundle bundle, Time time, Supplier<Deadline> deadlines) {
    private static final Correlation CORRELATION = new Correlation("five-systems");

    /** One whose calls may take {@code longest}. */
    public Operator(Bundle bundle, TestingTime time, Duration longest) {
        this(bundle, time, () -> time.in(longest));
    }

    /** Runs a function as the clock does, on some of its subjects where any is named. */
    public Report run(String function, String... only) {
        return run(function, Set.of(only), Optional.empty());
    }

    /** Runs a function for a cause. */
    public Report run(String function, Cause cause) {
        return run(function, Set.of(), Optional.of(cause));
    }

    private Report run(String function, Set<String> only, Optional<Cause> cause) {
        return bundle.function(function).apply(new Request(only, deadlines.get(), CORRELATION, cause));
    }

    /** Sets all alarms of the file, as a person does who has looked at the plan. */
    public Report setAlarms() {
        var plan = run(Bundle.ALARMS_PLAN).findings().getFirst();
        var id = plan.evidence().stream()
                .filter(each -> each.fact().equals("plan"))
                .map(Evidence::observed)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(plan.toString()));
        return run(Bundle.ALARMS_APPLY, new Cause.Person("Ada", Optional.of(id)));
    }

    /** What rollback's door answers to a delivery. */
    public String ring(DeliveryShape shape, byte[] delivery) {
        var quiet =
                new Log(new PrintStream(OutputStream.nullOutputStream(), false, UTF_8), time, UnaryOperator.identity());
        var doorway = new Doorway(() -> new Door(bundle, quiet), quiet);
        return new Bell(doorway, Bundle.ROLLBACK, Set.of(shape))
                .ring(delivery, deadlines.get(), CORRELATION)
                .body();
    }

    /** The report, where it passes. */
    public static Report passed(Report report) {
        if (report.verdict() != Verdict.PASS) {
            throw new IllegalStateException(report.findings().toString());
        }
        return report;
    }

    /** What a report says of a subject. */
    public static Finding finding(Report report, String subject) {
        return named(report.findings(), subject);
    }

    /** What a finding says of a part of its subject. */
    public static Finding part(Finding finding, String subject) {
        return named(finding.parts(), subject);
    }

    private static Finding named(List<Finding> findings, String subject) {
        return findings.stream()
                .filter(each -> each.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no " + subject + " in " + findings));
    }

    /** What of a finding, and of its parts, is not as was expected. */
    public static Stream<Evidence> unmet(Finding finding) {
        return Stream.concat(
                finding.evidence().stream().filter(each -> !each.met()),
                finding.parts().stream().flatMap(Operator::unmet));
    }
}
