package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.Finding;
import io.belay.core.PortException;
import io.belay.core.Progress;
import io.belay.core.Report;
import io.belay.core.Request;
import io.belay.core.Time;
import io.belay.core.Verdict;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import io.belay.core.release.RollbackStep;
import io.belay.core.testkit.InMemoryAnnouncer;
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.InMemoryWeather;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One instance that is called once: its own clock, its own ways to everything, and its own mishaps. */
final class Caller implements AlarmSource {
    /** That the instance died. */
    static final class Died extends Error {
        private static final long serialVersionUID = 1;
    }

    private final World world;
    private final Turns turns;
    final int number;
    final Event.Call call;
    private final InMemoryAnnouncer chat = new InMemoryAnnouncer();
    private final Map<String, Integer> moved = new HashMap<>();
    private final Set<String> prepared = new HashSet<>();
    Optional<Instant> redSince = Optional.empty();
    boolean sick;
    Set<String> provedOn = Set.of();
    private int moments;

    Caller(World world, Turns turns, int number, Event.Call call) {
        this.world = world;
        this.turns = turns;
        this.number = number;
        this.call = call;
    }

    private final class Skewed implements Time {
        @Override
        public Instant instant() {
            return world.now.get().plusSeconds(call.skew());
        }

        @Override
        public void pause(Duration span) {
            turns.giveWay(span);
        }
    }

    void run() {
        var time = new Skewed();
        try {
            var cause = cause(time.instant());
            var request = new Request(
                    Set.of(),
                    Deadline.in(Duration.ofSeconds(call.seconds()), time),
                    new Correlation("correlation-" + number),
                    cause);
            var system = world.system(steps(), this, chat);
            chat.weather().always((_, _) -> moment());
            var report = call.why() == Event.Why.STAMP
                    ? new Stamping(system, this::health, world.schema(), time).apply(request)
                    : new Rollback(system, this::health, world.schema(), world.guards, time, Progress.NONE)
                            .apply(request);
            world.facts.ended.add(new Facts.Ended(
                    number, call, Optional.of(report), chat.told().size()));
        } catch (Died _) {
            world.facts.ended.add(
                    new Facts.Ended(number, call, Optional.empty(), chat.told().size()));
        }
    }

    private Optional<Cause> cause(Instant now) {
        return switch (call.why()) {
            case ALARM -> {
                var alarmed = new Cause.Alarmed(
                        "memory", "errors", "ALARM", world.alarms.find("errors").flatMap(AlarmState::since));
                world.delivered.add(alarmed);
                yield Optional.of(alarmed);
            }
            case OLD_ALARM -> world.delivered.stream().map(Cause.class::cast).findFirst();
            case CLOCK, STAMP -> Optional.empty();
            case HEALTH -> Optional.of(new Cause.VerifyFailed(2, new Correlation("correlation-" + number), now));
            case PERSON -> Optional.of(new Cause.Person("Ada", Optional.empty()));
        };
    }

    private List<RollbackStep> steps() {
        return world.releases.stream()
                .map(each -> {
                    var weather = new InMemoryWeather().always((moment, what) -> port(each, moment, what));
                    return new RollbackStep(each.name(), new InMemoryReleaseTarget(each, weather));
                })
                .toList();
    }

    private void port(InMemoryRelease release, InMemoryWeather.Moment moment, InMemoryWeather.Call what) {
        switch (moment) {
            case BEFORE -> {
                moment();
                moved.put(release.name(), release.moves().size());
                world.witness.before(this, release);
            }
            case BETWEEN -> {
                world.windows++;
                turns.giveWay(Duration.ZERO);
                world.windows--;
                moved.put(release.name(), release.moves().size());
                world.witness.between(this, release);
            }
            case AFTER -> {
                if (what == InMemoryWeather.Call.PREPARE) {
                    prepared.add(release.name());
                }
                if (release.moves().size() > moved.getOrDefault(release.name(), 0)) {
                    world.witness.shifted(this, release, prepared.contains(release.name()));
                }
                world.witness.look(release);
                world.witness.remembered(this, release);
                moment();
            }
        }
    }

    /** A moment at which others may move, and at which something may befall this one. */
    private void moment() {
        turns.giveWay(Duration.ZERO);
        var at = moments++;
        for (var mishap : call.mishaps()) {
            if (mishap.at() == at) {
                befall(mishap.what());
            }
        }
    }

    private void befall(Event.What what) {
        switch (what) {
            case CRASH -> throw new Died();
            case FAULT -> throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "bad weather"));
            case DENIED -> throw new PortException(new Fault(Fault.Kind.DENIED, "bad weather"));
            case DEPLOY -> world.deployAmid();
        }
    }

    private Report health(Request request) {
        Verdict verdict;
        try {
            moment();
            verdict = world.sick() ? Verdict.FAIL : Verdict.PASS;
        } catch (PortException _) {
            verdict = Verdict.UNKNOWN;
        }
        sick |= verdict == Verdict.FAIL;
        provedOn = verdict == Verdict.PASS ? world.witness.restored() : Set.of();
        var finding = new Finding("api", "http", "", verdict, "as it is", List.of(), Duration.ZERO);
        return new Report("health", "s", "e", request.correlation(), world.now.get(), Duration.ZERO, List.of(finding));
    }

    @Override
    public Target target() {
        return world.alarms.target();
    }

    @Override
    public String kind() {
        return world.alarms.kind();
    }

    @Override
    public AlarmState read(String alarm, Deadline deadline) throws InterruptedException {
        moment();
        var state = world.alarms.read(alarm, deadline);
        if (state.colour() == Colour.RED) {
            redSince = state.since();
        }
        return state;
    }

    @Override
    public List<AlarmState> history(String alarm, Instant from, Deadline deadline) {
        moment();
        return world.alarms.history(alarm, from, deadline);
    }
}
