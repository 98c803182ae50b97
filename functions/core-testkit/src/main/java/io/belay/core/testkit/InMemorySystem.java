package io.belay.core.testkit;

import io.belay.core.Severity;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.check.Check;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.check.Patience;
import io.belay.core.check.Question;
import io.belay.core.fact.Condition;
import io.belay.core.fact.Expectation;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.release.Revision;
import io.belay.core.release.RollbackCauses;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.release.RollbackGuards;
import io.belay.core.release.RollbackProof;
import io.belay.core.release.RollbackSpec;
import io.belay.core.release.RollbackStep;
import io.belay.core.release.Stamp;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.system.SystemSpec;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A system with one release that is to be put back: 41 is known to be good; 42, deployed ten minutes ago, fails health, and has
 * turned an alarm red five minutes ago.
 */
public final class InMemorySystem {
    private final TestingTime time = new TestingTime();
    private final InMemoryRelease orders = new InMemoryRelease("orders", time);
    private final InMemoryAnnouncer chat = new InMemoryAnnouncer();
    private final InMemoryAlarmSource alarms;
    private final String alarm;

    /** Whose alarm is called {@code alarm} by {@code source}: {@code cloudwatch}. */
    public InMemorySystem(String source, String alarm) {
        this.alarm = alarm;
        alarms = new InMemoryAlarmSource(time).called(source);
        alarms.turn(alarm, Colour.GREEN);
        orders.deploy("41");
        time.advance(Duration.ofHours(1));
        var stamp = new Stamp(
                new Revision("41"), time.instant().truncatedTo(ChronoUnit.SECONDS), "correlation-41", Map.of());
        orders.recall(orders.now().memory().with(List.of(stamp)));
        time.advance(Duration.ofHours(1));
        orders.deploy("42");
        time.advance(Duration.ofMinutes(5));
        alarms.turn(alarm, Colour.RED);
        time.advance(Duration.ofMinutes(5));
    }

    /** Its clock, which everybody tells the time by. */
    public TestingTime time() {
        return time;
    }

    /** Its release. */
    public InMemoryRelease orders() {
        return orders;
    }

    /** Its alarm. */
    public InMemoryAlarmSource alarms() {
        return alarms;
    }

    /** Who is told. */
    public InMemoryAnnouncer chat() {
        return chat;
    }

    /** How often a caller of {@link #spec} moved its traffic. */
    public long rollbacks() {
        return orders.moves().stream().filter(InMemoryRelease.Move::ours).count();
    }

    /** As its file would say it. */
    public SystemSpec spec() {
        return spec(RollbackGuards.DEFAULT);
    }

    /** The same under other guards. */
    public SystemSpec spec(RollbackGuards guards) {
        var rollback = new RollbackSpec(
                new RollbackCauses(List.of(new Watched(alarm, alarms)), 2),
                List.of(new RollbackStep("orders", new InMemoryReleaseTarget(orders))),
                guards,
                RollbackProof.DEFAULT,
                Duration.ofMinutes(10),
                List.of(chat),
                Duration.ofMinutes(5),
                List.of());
        return SystemSpec.of("harbor", "test", new HealthSpec(List.of(check()), List.of(), Limits.DEFAULT))
                .with(rollback);
    }

    private Check check() {
        var status = FactName.of("status");
        var api = new InMemoryProbeKind().put("api", (_, deadline) -> {
            var sick = orders.now().only(new Revision("42"));
            return InMemoryTarget.answering(new Fact(status, Value.of(sick ? 500 : 200)))
                    .answer("", deadline);
        });
        var settings =
                Settings.builder().set(InMemoryProbeKind.TARGET, Text.of("api")).build();
        return new Check(
                "api",
                Severity.CRITICAL,
                new Question(api, settings, Set.of(status)),
                List.of(new Expectation(status, new Condition.Is(Value.of(200)))),
                new Patience.None(),
                Optional.empty());
    }
}
