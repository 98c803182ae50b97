package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Obstacle;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.probe.Target;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Alarms, and what belongs to them, as a cloud keeps them. Its normal form is {@link InMemoryForms}'. Safe for use by many threads. */
public final class InMemoryAlarmStore implements AlarmStore {
    /** What makes and changes are counted by. */
    public static final Quota PUT = Quota.perSecond("Put", 3);

    /** What deletions are counted by. */
    public static final Quota DELETE = Quota.perSecond("Delete", 3);

    private final String kind;
    private final String name;
    private final InMemoryWeather weather = new InMemoryWeather();
    private final Map<Id, Canonical> things = new TreeMap<>();
    private final Map<Id, List<Obstacle>> obstacles = new HashMap<>();
    private final Set<Kind> unknown = EnumSet.noneOf(Kind.class);
    private int writes;

    /** An empty one, of the kind {@code memory}. */
    public InMemoryAlarmStore(String name) {
        this("memory", name);
    }

    /** An empty one of that kind. */
    public InMemoryAlarmStore(String kind, String name) {
        this.kind = kind;
        this.name = name;
    }

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** It can express nothing of that kind. */
    public synchronized InMemoryAlarmStore knowsNo(Kind kind) {
        unknown.add(kind);
        return this;
    }

    /** Somebody puts {@code form} there, past us. */
    public synchronized void put(Canonical form) {
        things.put(form.id(), form);
    }

    /** Somebody changes a field by hand. */
    public synchronized void byHand(Id id, String field, String text) {
        things.computeIfPresent(id, (_, form) -> form.with(field, text));
    }

    /** Why nobody would hear of it. */
    public synchronized void hinder(Id id, Obstacle obstacle) {
        obstacles.computeIfAbsent(id, _ -> new ArrayList<>()).add(obstacle);
    }

    /** All that is there. */
    public synchronized Collection<Canonical> things() {
        return List.copyOf(things.values());
    }

    /** How often something was written through the port. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public Target target() {
        return new Target("memory:" + name, "memory");
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public List<Held> current(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        begin(Call.READ, deadline);
        var ids = wanted.stream().map(Resource::id).collect(Collectors.toSet());
        synchronized (this) {
            return things.values().stream()
                    .filter(each -> each.owner().equals(Optional.of(owner)) || ids.contains(each.id()))
                    .map(each -> new Held(each, obstacles.getOrDefault(each.id(), List.of())))
                    .toList();
        }
    }

    @Override
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        begin(Call.CANONICAL, deadline);
        var forms = new InMemoryForms(owner, unknown);
        return wanted.stream().map(forms::of).toList();
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return switch (change) {
            case Change.Create<Canonical> _, Change.Update<Canonical> _ -> Toll.one(PUT);
            case Change.Delete<Canonical>(var current) ->
                new Toll(Map.of(DELETE, 1), current.id().kind() == Kind.COMPOSITE ? 1 : 100);
        };
    }

    @Override
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        begin(Call.APPLY, deadline);
        var applied = new ArrayList<Applied>();
        synchronized (this) {
            for (var each : changes) {
                applied.add(apply(owner, each));
            }
        }
        weather.at(Moment.AFTER, Call.APPLY);
        return applied;
    }

    private Applied apply(Owner owner, Change<Canonical> change) {
        var id = change.subject().id();
        return Applied.unwritten(owner, change, Optional.ofNullable(things.get(id)), () -> false)
                .orElseGet(() -> {
                    change.after().ifPresentOrElse(form -> things.put(id, form), () -> things.remove(id));
                    writes++;
                    return new Applied.Written();
                });
    }

    private void begin(Call call, Deadline deadline) throws InterruptedException {
        weather.at(Moment.BEFORE, call);
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time left to " + call));
        }
    }
}
