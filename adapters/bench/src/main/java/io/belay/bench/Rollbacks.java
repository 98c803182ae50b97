package io.belay.bench;

import io.belay.bench.Place.Thing;
import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.release.RollbackCauses;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.SchemaGate;
import io.belay.core.system.SystemSpec;
import io.belay.rollback.Rollback;
import io.belay.rollback.RollbackPlan;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long it takes from an alarm until traffic has moved, and how many calls, beside a script that makes the fewest on the same
 * server in the same round. Every answer of a server takes 50 ms longer, for both; what is between is each one's own.
 */
final class Rollbacks {
    private static final Duration LATENCY = Duration.ofMillis(50);
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 5;
    private static final int DECISIONS = 15;

    private final Place place;

    private Rollbacks(Place place) {
        this.place = place;
    }

    /** Of one kind of target. */
    static RollbackFigures of(RollbackKind kind) throws Exception {
        // Otherwise a server's second packet waits 40 ms for the acknowledgement of its first.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        try (var place = kind.open()) {
            return new Rollbacks(place).measure(kind);
        }
    }

    private RollbackFigures measure(RollbackKind kind) throws Exception {
        for (int round = 0; round < WARM_UP; round++) {
            var thing = place.broken();
            timed(thing, () -> plan(thing));
            timed(thing, () -> rollback(thing));
            var other = place.broken();
            timed(other, other.script());
        }
        var decision = new double[ROUNDS];
        var moved = new double[ROUNDS];
        var scripted = new double[ROUNDS];
        var ratio = new double[ROUNDS];
        var whole = new RollbackFigures.Calls(0, 0);
        var duplicate = whole;
        for (int round = 0; round < ROUNDS; round++) {
            var thing = place.broken();
            decision[round] = decision(thing);
            place.latency(LATENCY);
            var before = place.calls().size();
            moved[round] = timed(thing, () -> rollback(thing));
            whole = calls(before);
            before = place.calls().size();
            refused(thing);
            duplicate = calls(before);
            place.latency(Duration.ZERO);
            var other = place.broken();
            place.latency(LATENCY);
            scripted[round] = timed(other, other.script());
            place.latency(Duration.ZERO);
            ratio[round] = moved[round] / scripted[round];
        }
        return new RollbackFigures(
                kind.shown(),
                kind.script(),
                kind.buys(),
                Row.of("a decision, warm, no latency", "ms", decision, OptionalDouble.empty()),
                Row.of("from the cause to traffic moved", "ms", moved, OptionalDouble.empty()),
                Row.of("the script", "ms", scripted, OptionalDouble.empty()),
                Row.of("over the script", "x", ratio, OptionalDouble.empty()),
                kind.promised(),
                whole,
                duplicate);
    }

    private RollbackFigures.Calls calls(int before) {
        var all = place.calls();
        return RollbackFigures.Calls.of(all.subList(before, all.size()), place::writes);
    }

    /** Milliseconds until the thing has moved; 0 where it did not. */
    private double timed(Thing thing, Place.Script work) throws Exception {
        var at = new AtomicLong();
        place.watch(() -> {
            if (at.get() == 0 && thing.moved().getAsBoolean()) {
                at.set(System.nanoTime());
                thing.arrive().run();
            }
        });
        var began = System.nanoTime();
        work.run();
        place.watch(() -> {});
        return at.get() == 0 ? 0 : (at.get() - began) / 1e6;
    }

    private double decision(Thing thing) {
        var took = new long[DECISIONS];
        for (int turn = 0; turn < DECISIONS; turn++) {
            var began = System.nanoTime();
            plan(thing);
            took[turn] = System.nanoTime() - began;
        }
        Arrays.sort(took);
        return took[DECISIONS / 2] / 1e6;
    }

    private void plan(Thing thing) {
        var report =
                new RollbackPlan(system(thing), Rollbacks::well, SchemaGate.NONE, place.time()).apply(request(thing));
        if (!head(report).summary().startsWith("would roll back")) {
            throw new IllegalStateException(report.findings().toString());
        }
    }

    private void rollback(Thing thing) {
        var report = rolled(thing);
        if (!head(report).summary().startsWith("rolled back")) {
            throw new IllegalStateException(report.findings().toString());
        }
    }

    private void refused(Thing thing) throws Exception {
        var moved = timed(thing, () -> {
            var report = rolled(thing);
            if (head(report).summary().startsWith("rolled back")) {
                throw new IllegalStateException(report.findings().toString());
            }
        });
        assert moved == 0 || thing.moved().getAsBoolean() : "what was put back stays there";
    }

    private Report rolled(Thing thing) {
        return new Rollback(system(thing), Rollbacks::well, SchemaGate.NONE, place.time(), Progress.NONE)
                .apply(request(thing));
    }

    private static Finding head(Report report) {
        return report.findings().getFirst();
    }

    private Request request(Thing thing) {
        var cause = thing.alarms()
                .<Cause>map(each -> new Cause.Alarmed(each.kind(), "errors", "ALARM", Optional.empty()))
                .orElseGet(() -> new Cause.Person("Ada", Optional.empty()));
        return new Request(
                Set.of(),
                Deadline.in(Duration.ofMinutes(10), place.time()),
                new Correlation("bench-rollback"),
                Optional.of(cause));
    }

    private static SystemSpec system(Thing thing) {
        var watched = thing.alarms().stream()
                .map(each -> new RollbackCauses.Watched("errors", each))
                .toList();
        var spec = new RollbackSpec(
                new RollbackCauses(watched, 0),
                List.of(new RollbackStep("it", thing.target())),
                RollbackGuards.DEFAULT,
                RollbackProof.DEFAULT,
                Duration.ofMinutes(10),
                List.of(),
                Duration.ofMinutes(5),
                List.of());
        return SystemSpec.of("bench", "here", new HealthSpec(List.of(), List.of(), Limits.DEFAULT))
                .with(spec);
    }

    private static Report well(Request request) {
        var finding = new Finding("api", "http", "", Verdict.PASS, "well", List.of(), Duration.ZERO);
        return new Report(
                "health",
                "bench",
                "here",
                request.correlation(),
                request.deadline().time().instant(),
                Duration.ZERO,
                List.of(finding));
    }
}
