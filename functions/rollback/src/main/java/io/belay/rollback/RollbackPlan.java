package io.belay.rollback;

import static java.util.Objects.requireNonNull;

import io.belay.core.Evidence;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.release.SchemaGate;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Says what {@link Rollback} would do for the same request, and what every guard says to it; changes nothing and tells nobody.
 * Its id, in the first finding, is what a person's gate asks for. Safe for use by many threads.
 */
public final class RollbackPlan implements Function<Request, Report> {
    private final SystemSpec system;
    private final Function<Request, Report> health;
    private final SchemaGate schema;
    private final Time time;
    private final Frame frame;

    /** The function for {@code system}, which asks the same as {@link Rollback} would. */
    public RollbackPlan(SystemSpec system, Function<Request, Report> health, SchemaGate schema, Time time) {
        this.system = requireNonNull(system, "system");
        this.health = requireNonNull(health, "health");
        this.schema = requireNonNull(schema, "schema");
        this.time = requireNonNull(time, "time");
        frame = new Frame("rollback-plan", system, time);
    }

    @Override
    public Report apply(Request request) {
        var started = time.instant();
        try {
            return frame.report(request, started, findings(request, started));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return frame.report(request, started, List.of(Found.calledOff()));
        }
    }

    private List<Finding> findings(Request request, Instant started) throws InterruptedException {
        var spec = system.rollback();
        var survey = Survey.of(spec.steps(), time, request.deadline());
        if (spec.steps().isEmpty() || !survey.unread().isEmpty()) {
            var why = spec.steps().isEmpty() ? "the system file has no rollback" : "a target could not be read";
            return Stream.concat(Stream.of(Found.alone(Outcome.Kind.UNKNOWN, why)), survey.unread().stream())
                    .toList();
        }
        var ports = new Ports(health, schema, time, request.deadline(), request.correlation());
        var now = started.truncatedTo(ChronoUnit.SECONDS);
        var decision = new Decider(spec, Guards.ALL, ports, now, true).decide(survey.seen(), request.cause());
        return Stream.concat(
                        Stream.of(head(decision, survey)),
                        survey.seen().stream().map(each -> Steps.planned(each, decision.moves())))
                .toList();
    }

    private static Finding head(Decision decision, Survey survey) {
        var open = Opened.of(survey.seen());
        var evidence = new ArrayList<Evidence>(decision.evidence());
        open.ifPresent(
                each -> evidence.add(Evidence.noted("open", each.rollback() + ", last heard of at " + each.touched())));
        var against = decision.against().map(Guards.Against::answer);
        var kind = against.map(Run::kind).orElse(Outcome.Kind.DONE);
        var what = against.map(answer -> kind == Outcome.Kind.NOTHING
                        ? "nothing to do: " + answer.summary()
                        : "would not roll back ("
                                + decision.against().map(Guards.Against::guard).orElse("") + "): " + answer.summary())
                .orElseGet(() -> "would roll back " + decision.moved());
        var summary = open.map(each -> "rollback " + each.rollback() + " is open; else: " + what)
                .orElse(what);
        return Found.decision(kind, summary, evidence, decision.guards(), Duration.ZERO);
    }
}
