package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Available;
import io.belay.core.release.Standing.Condition;
import io.belay.core.release.StateMemory;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/**
 * The records of one name and type in a hosted zone of Route 53. A revision is a digest of them; a TXT record beside them
 * remembers the rest, the records of earlier states among it, and is there for all the world to read.
 *
 * <p>A shift is one batch, which Route 53 does whole or not at all: DELETE of exactly the old records and TXT record, CREATE of the
 * new ones. It has arrived when it is INSYNC, or a minute later where only another instance knows the change, and resolvers have
 * had the time to forget what they knew.
 */
public final class Route53Target implements ReleaseTarget {
    /** "Changes generally propagate to all Route 53 name servers within 60 seconds." */
    private static final Duration PROPAGATION = Duration.ofSeconds(60);

    private static final long TTL = 60;

    private final Route53Zone zone;
    private final String name;
    private final String type;
    private final AtomicReference<Optional<Own>> own = new AtomicReference<>(Optional.empty());

    /** The records of this name and type ({@code A}) in the hosted zone with that id. */
    public Route53Target(AwsClients aws, String zone, String name, String type) {
        this.zone = new Route53Zone(aws, zone);
        this.name = Route53Records.normal(name);
        this.type = type.toUpperCase(Locale.ROOT);
    }

    /** A change that this instance asked for. */
    private record Own(Revision to, String change) {}

    private record Found(List<ResourceRecordSet> sets, List<ResourceRecordSet> memory) {
        String text() {
            return Route53Records.text(sets)
                    .orElseThrow(() ->
                            fault(Fault.Kind.REJECTED, "records by place or of a traffic policy are not put back"));
        }

        StateMemory remembered() {
            return memory.isEmpty()
                    ? StateMemory.NOTHING
                    : StateMemory.of(memory.getFirst().resourceRecords().stream()
                            .map(ResourceRecord::value)
                            .toList());
        }

        String token() {
            return Revision.of(text() + Route53Records.text(memory).orElse("")).name();
        }
    }

    @Override
    public Target target() {
        return new Target("route53:" + zone.id() + ":" + name + ":" + type, "route53");
    }

    @Override
    public String kind() {
        return "route53";
    }

    @Override
    public Room room() {
        return StateMemory.ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        var found = found(deadline);
        var now = Revision.of(found.text());
        var remembered = found.remembered();
        var known = new LinkedHashMap<Revision, String>();
        known.put(now, found.text());
        remembered.states().forEach(known::putIfAbsent);
        var moved = remembered.moved().filter(move -> move.to().equals(now));
        return new Standing(
                Map.of(now, 100),
                moved.map(StateMemory.Move::at),
                known.entrySet().stream()
                        .map(each -> new Available(
                                each.getKey(),
                                Optional.empty(),
                                Optional.empty(),
                                Route53Records.label(each.getValue())))
                        .toList(),
                condition(now, moved, deadline),
                remembered.memory(),
                Optional.of(found.token()));
    }

    /** Nothing is to be done: one batch takes the one away and puts the other there. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        if (deadline.passed()) {
            throw fault(Fault.Kind.TIMED_OUT, "no time is left to put " + name + " back");
        }
        if (seen.revisions().stream().noneMatch(each -> each.revision().equals(to))) {
            throw fault(Fault.Kind.NOT_FOUND, "nobody remembers the records of " + to);
        }
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        if (seen.only(to)) {
            if (!seen.memory().equals(memory)) {
                remember(seen, memory, deadline);
            }
            return;
        }
        var found = unchanged(seen, deadline);
        var move = new StateMemory.Move(to, seconds(deadline), Route53Records.ttl(found.sets()));
        var after = found.remembered().with(memory, found.text()).moved(move);
        var changes = new ArrayList<Change>();
        found.sets().forEach(set -> changes.add(change(ChangeAction.DELETE, set)));
        records(found, to).forEach(set -> changes.add(change(ChangeAction.CREATE, set)));
        changes.addAll(memory(found, after));
        own.set(Optional.of(new Own(to, zone.change(changes, deadline))));
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        var found = unchanged(seen, deadline);
        var after = found.remembered().with(memory, found.text());
        // Route 53 does not say when a record was changed.
        var sight =
                new StateMemory.Move(Revision.of(found.text()), seconds(deadline), Route53Records.ttl(found.sets()));
        zone.change(memory(found, memory.equals(seen.memory()) ? after.sighted(sight) : after), deadline);
    }

    private Found unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var found = found(deadline);
        if (!seen.token().equals(Optional.of(found.token()))) {
            throw fault(Fault.Kind.CONFLICT, name + " has changed since it was read");
        }
        return found;
    }

    private List<ResourceRecordSet> records(Found found, Revision to) {
        if (Revision.of(found.text()).equals(to)) {
            return found.sets();
        }
        return Optional.ofNullable(found.remembered().states().get(to))
                .map(text -> Route53Records.sets(text, name, type))
                .orElseThrow(() -> fault(Fault.Kind.NOT_FOUND, "nobody remembers the records of " + to));
    }

    private List<Change> memory(Found found, StateMemory after) {
        var values = after.values().stream()
                .map(value -> ResourceRecord.builder().value(value).build())
                .toList();
        var record = ResourceRecordSet.builder()
                .name(memoryName())
                .type("TXT")
                .ttl(TTL)
                .resourceRecords(values)
                .build();
        var changes = new ArrayList<Change>();
        found.memory().forEach(set -> changes.add(change(ChangeAction.DELETE, set)));
        changes.add(change(ChangeAction.CREATE, record));
        return changes;
    }

    private Found found(Deadline deadline) throws InterruptedException {
        return Together.both(
                () -> {
                    var sets = zone.records(name, type, deadline);
                    if (sets.isEmpty()) {
                        throw fault(Fault.Kind.NOT_FOUND, "no record " + name + " " + type);
                    }
                    return sets;
                },
                () -> zone.records(memoryName(), "TXT", deadline),
                Found::new);
    }

    private Condition condition(Revision now, Optional<StateMemory.Move> moved, Deadline deadline)
            throws InterruptedException {
        if (moved.isEmpty()) {
            return new Condition.Settled();
        }
        var change = own.get().filter(each -> each.to().equals(now)).map(Own::change);
        if (change.isPresent() && zone.status(change.get(), deadline) != ChangeStatus.INSYNC) {
            return new Condition.Moving(change.get() + " is PENDING");
        }
        var wait = Duration.ofSeconds(moved.get().ttl());
        var longest = change.isPresent() || wait.compareTo(PROPAGATION) > 0 ? wait : PROPAGATION;
        var settled = moved.get().at().plus(longest);
        return deadline.time().instant().isBefore(settled)
                ? new Condition.Moving("resolvers may give the former answer until " + settled)
                : new Condition.Settled();
    }

    private static Instant seconds(Deadline deadline) {
        return Instant.ofEpochSecond(deadline.time().instant().getEpochSecond());
    }

    /** Each type of a name has its own. */
    private String memoryName() {
        var beside = name.startsWith("\\052.") ? "wildcard." + name.substring("\\052.".length()) : name;
        return "_belay-" + type.toLowerCase(Locale.ROOT) + "." + beside;
    }

    private static Change change(ChangeAction action, ResourceRecordSet set) {
        return Change.builder().action(action).resourceRecordSet(set).build();
    }

    private static PortException fault(Fault.Kind kind, String message) {
        return new PortException(new Fault(kind, message));
    }
}
