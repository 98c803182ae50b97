package io.belay.rollback;

import io.belay.core.Cause;
import io.belay.core.Correlation;
import io.belay.core.Deadline;
import io.belay.core.Request;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.announce.Announcer;
import io.belay.core.check.HealthSpec;
import io.belay.core.check.Limits;
import io.belay.core.release.Journal;
import io.belay.core.release.Quarantine;
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
import io.belay.core.testkit.InMemoryRelease;
import io.belay.core.testkit.InMemoryReleaseTarget;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A system in which a history happens, and who notes what really does. */
final class World {
    static final Duration AGE = Duration.ofMinutes(15);
    static final Duration COOLDOWN = Duration.ofMinutes(30);
    static final Duration SKEW = Duration.ofMinutes(2);
    static final int MOST = 2;

    final AtomicReference<Instant> now = new AtomicReference<>(TestingTime.START);
    final List<InMemoryRelease> releases;
    final InMemoryAlarmSource alarms;
    final Facts facts = new Facts();
    final List<Cause.Alarmed> delivered = new ArrayList<>();
    final Guards guards;
    int windows;
    final History history;
    final Witness witness = new Witness(this);
    private final Set<String> bad = new HashSet<>();
    private final List<Boolean> migrations = new ArrayList<>();
    final List<Turn> colours = new ArrayList<>();
    boolean killed;
    private int revision = 1;
    private int calls;

    record Turn(Colour colour, Instant at) {}

    World(History history, Guards guards) {
        this.history = history;
        this.guards = guards;
        alarms = new InMemoryAlarmSource(now::get).remembers(history.remembers());
        releases = IntStream.range(0, history.targets())
                .mapToObj(each -> new InMemoryRelease("t" + each, now::get)
                        .compares(history.compares())
                        .tellsSince(history.tellsSince())
                        .slow(history.slow()))
                .toList();
        turn(Colour.GREEN);
        for (var each : releases) {
            deploy(each, Integer.toString(revision));
            each.recall(each.now()
                    .memory()
                    .with(List.of(
                            new Stamp(new Revision("1"), now.get(), "correlation-0", Map.of("main", List.of("0"))))));
        }
        pass(3_600);
    }

    Facts play() {
        history.events().forEach(this::happen);
        return facts;
    }

    /** Nothing goes wrong any more: sweeps come as they do, until all is said. */
    void calm() {
        killed = false;
        for (int sweep = 0; sweep < 4; sweep++) {
            pass(600);
            happen(new Event.Calls(List.of(new Event.Call(Event.Why.CLOCK, 0, 3_600, List.of())), 0));
        }
    }

    private void happen(Event event) {
        switch (event) {
            case Event.Pass pass -> pass(pass.seconds());
            case Event.Deploy deploy -> deploy(release(deploy.target()), fresh(deploy.bad()));
            case Event.PutBack back -> putBack(release(back.target()), back.which());
            case Event.Canary canary -> canary(release(canary.target()), fresh(canary.bad()));
            case Event.Rot rot -> release(rot.target()).now().current().ifPresent(each -> bad.add(each.name()));
            case Event.Tick _ -> turn(sick() ? Colour.RED : Colour.GREEN);
            case Event.Noise noise -> turn(noise.colour());
            case Event.Migrate migrate -> migrations.add(migrate.additive());
            case Event.Clear _ -> clear();
            case Event.Kill kill -> killed = kill.on();
            case Event.Calls together -> call(together);
        }
    }

    private void call(Event.Calls together) {
        var turns = new Turns(now, together.order());
        var callers = together.calls().stream()
                .map(each -> new Caller(this, turns, calls++, each))
                .toList();
        if (callers.size() == 1) {
            callers.getFirst().run();
            return;
        }
        callers.forEach(each -> turns.add(each::run));
        turns.play();
    }

    private void pass(int seconds) {
        now.updateAndGet(at -> at.plusSeconds(seconds));
    }

    private void turn(Colour colour) {
        alarms.turn("errors", colour);
        if (colours.isEmpty() || colours.getLast().colour() != colour) {
            colours.add(new Turn(colour, now.get()));
        }
    }

    private InMemoryRelease release(int target) {
        return releases.get(target % releases.size());
    }

    private String fresh(boolean isBad) {
        var name = Integer.toString(++revision);
        if (isBad) {
            bad.add(name);
        }
        return name;
    }

    private void deploy(InMemoryRelease release, String name) {
        release.deploy(name);
        witness.deployed(release, new Revision(name));
    }

    private void canary(InMemoryRelease release, String name) {
        var stable = release.now().current();
        release.add(name);
        stable.ifPresent(each -> release.serve(Map.of(each, 90, new Revision(name), 10)));
        witness.look(release);
    }

    private void putBack(InMemoryRelease release, int which) {
        var there = release.now().revisions();
        var chosen = there.get(which % there.size()).revision();
        release.now()
                .memory()
                .journal()
                .filter(journal -> journal.open() && journal.from().equals(chosen))
                .ifPresent(_ -> facts.putBack.add(new Facts.PutBack(release.name(), chosen.name())));
        deploy(release, chosen.name());
    }

    /** Somebody deploys while a call is at work; not while a platform that compares nothing is being written to. */
    void deployAmid() {
        if (windows == 0) {
            deploy(releases.getLast(), fresh(false));
        }
    }

    private void clear() {
        for (var each : releases) {
            var memory = each.now().memory();
            if (memory.journal().filter(Journal::open).isEmpty()) {
                memory.quarantined()
                        .forEach(one -> facts.cleared.add(
                                new Facts.Cleared(each.name(), one.revision().name())));
            }
        }
        var all = releases.stream()
                .flatMap(each -> each.now().memory().quarantined().stream())
                .map(Quarantine::revision)
                .map(Revision::name)
                .collect(Collectors.toSet());
        if (!all.isEmpty()) {
            var steps = releases.stream()
                    .map(each -> new RollbackStep(each.name(), new InMemoryReleaseTarget(each)))
                    .toList();
            new Clearing(system(steps, alarms), new TestingTime())
                    .apply(new Request(
                            all,
                            Deadline.in(Duration.ofMinutes(5), now::get),
                            new Correlation("correlation-clear"),
                            Optional.of(new Cause.Person("Ada", Optional.empty()))));
        }
    }

    SystemSpec system(List<RollbackStep> steps, AlarmSource source, Announcer... announcers) {
        var guards = new RollbackGuards(
                AGE,
                COOLDOWN,
                MOST,
                Duration.ofDays(1),
                RollbackGuards.Schema.ADDITIVE,
                killed ? Optional.of("killed") : Optional.empty(),
                false,
                SKEW);
        var spec = new RollbackSpec(
                new RollbackCauses(List.of(new RollbackCauses.Watched("errors", source)), 2),
                steps,
                guards,
                new RollbackProof(Duration.ofMinutes(5), Duration.ofMinutes(1), Duration.ofSeconds(10)),
                Duration.ofMinutes(10),
                List.of(announcers),
                Duration.ofMinutes(5),
                List.of());
        return SystemSpec.of("s", "e", new HealthSpec(List.of(), List.of(), Limits.DEFAULT))
                .with(spec);
    }

    boolean sick() {
        return releases.stream()
                .flatMap(each -> each.now().serving().keySet().stream())
                .anyMatch(each -> bad.contains(each.name()));
    }

    SchemaGate schema() {
        return new SchemaGate() {
            @Override
            public Map<String, List<String>> heads(Deadline deadline) {
                return Map.of("main", List.of(Integer.toString(migrations.size())));
            }

            @Override
            public Since since(Map<String, List<String>> heads, Deadline deadline) {
                return new Since(
                        additive(heads) ? Additivity.additive() : Additivity.notAdditive(1, "DROP", "it drops"),
                        List.of());
            }
        };
    }

    boolean additive(Map<String, List<String>> heads) {
        var from = Integer.parseInt(heads.getOrDefault("main", List.of("0")).getFirst());
        return migrations.subList(from, migrations.size()).stream().allMatch(each -> each);
    }
}
