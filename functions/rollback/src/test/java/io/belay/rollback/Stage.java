package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Finding;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackCauses;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.SchemaGate;
import io.belay.core.release.Stamp;
import io.belay.core.script.Additivity;
import io.belay.core.system.SystemSpec;
import io.belay.core.testkit.InMemoryAlarmSource;
import io.belay.core.testkit.InMemoryAnnouncer;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A system of which 41 is stamped and 42, deployed ten minutes ago, makes the alarm {@code errors} red since five. */
final class Stage {
    final TestingTime time = new TestingTime();
    final InMemoryRelease orders = new InMemoryRelease("orders", time);
    final InMemoryAlarmSource alarms = new InMemoryAlarmSource(time);
    final InMemoryAnnouncer chat = new InMemoryAnnouncer();
    final List<RollbackStep> steps = new ArrayList<>();
    Supplier<Verdict> well = () -> orders.now().only(new Revision("42")) ? Verdict.FAIL : Verdict.PASS;
    RollbackGuards guards = RollbackGuards.DEFAULT;
    RollbackProof proof = RollbackProof.DEFAULT;
    SchemaGate schema = SchemaGate.NONE;
    Duration deadline = Duration.ofMinutes(30);
    int fails = 2;
    int asked;

    Stage() {
        steps.add(new RollbackStep("orders", new InMemoryReleaseTarget(orders)));
        alarms.turn("errors", Colour.GREEN);
        release(orders, "40");
        pass(Duration.ofHours(1));
        release(orders, "41");
        pass(Duration.ofHours(1));
        orders.deploy("42");
        pass(Duration.ofMinutes(5));
        alarms.turn("errors", Colour.RED);
        pass(Duration.ofMinutes(5));
    }

    void pass(Duration span) {
        time.advance(span);
    }

    /** What is written down of the rollback of {@link #orders}. */
    Journal journal() {
        return orders.now().memory().journal().orElseThrow();
    }

    /** Another target of the same release: what has to move is claimed first. */
    InMemoryRelease beside() {
        var web = new InMemoryRelease("web", time);
        release(web, "6");
        web.deploy("7");
        steps.add(new RollbackStep("web", new InMemoryReleaseTarget(web)));
        return web;
    }

    /** Deployed, verified, stamped. */
    void release(InMemoryRelease thing, String revision) {
        thing.deploy(revision);
        stamp(thing, revision, Map.of());
    }

    void stamp(InMemoryRelease thing, String revision, Map<String, List<String>> heads) {
        var stamps = new ArrayList<>(thing.now().memory().stamps());
        stamps.addFirst(new Stamp(
                new Revision(revision),
                time.instant().truncatedTo(ChronoUnit.SECONDS),
                "correlation-" + revision,
                heads));
        remember(thing, memory -> memory.with(stamps));
    }

    void remember(InMemoryRelease thing, UnaryOperator<Memory> change) {
        thing.recall(change.apply(thing.now().memory()));
    }

    void guards(
            Optional<String> off,
            boolean gate,
            int most,
            Duration cooldown,
            Duration age,
            RollbackGuards.Schema schema) {
        guards = new RollbackGuards(age, cooldown, most, Duration.ofDays(1), schema, off, gate, Duration.ofMinutes(2));
    }

    SystemSpec system() {
        var spec = new RollbackSpec(
                new RollbackCauses(List.of(new RollbackCauses.Watched("errors", alarms)), fails),
                steps,
                guards,
                proof,
                Duration.ofMinutes(10),
                List.of(chat),
                Duration.ofMinutes(5),
                List.of());
        return SystemSpec.of("harbor", "prod", new HealthSpec(List.of(), List.of(), Limits.DEFAULT))
                .with(spec);
    }

    Report health(Request request) {
        asked++;
        var finding = new Finding("api", "http", "", well.get(), "as the test says", List.of(), Duration.ZERO);
        return new Report(
                "health", "harbor", "prod", request.correlation(), time.instant(), Duration.ZERO, List.of(finding));
    }

    Request request(Optional<Cause> cause) {
        return new Request(Set.of(), time.in(deadline), new Correlation("correlation-1"), cause);
    }

    Cause alarm() {
        return new Cause.Alarmed(
                "memory", "errors", "ALARM", alarms.find("errors").flatMap(each -> each.since()));
    }

    Report rollback(Cause cause) {
        return rollback(Guards.ALL, Optional.of(cause));
    }

    Report sweep() {
        return rollback(Guards.ALL, Optional.empty());
    }

    /** A sweep of a clock that says how often it calls. */
    Report sweep(Duration tick) {
        var asked = request(Optional.empty());
        return function(Guards.ALL)
                .apply(new Request(
                        asked.only(), asked.deadline(), asked.correlation(), asked.cause(), Optional.of(tick)));
    }

    Report rollback(Guards some, Optional<Cause> cause) {
        return function(some).apply(request(cause));
    }

    Function<Request, Report> function(Guards some) {
        return new Rollback(system(), this::health, schema, some, time, Progress.NONE);
    }

    static SchemaGate answering(Additivity answer, String... migrations) {
        return new SchemaGate() {
            @Override
            public Map<String, List<String>> heads(Deadline deadline) {
                return Map.of("main", List.of("006"));
            }

            @Override
            public Since since(Map<String, List<String>> heads, Deadline deadline) {
                return new Since(answer, List.of(migrations));
            }
        };
    }

    String serving() {
        return orders.now().current().map(Revision::name).orElse("nothing");
    }

    static Finding head(Report report) {
        return report.findings().getFirst();
    }
}
