package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Retention;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * How long log groups are kept. A group is another's: its retention bears no mark and is never unset. The quota is a careful one, for
 * "CloudWatch Logs quotas" may differ by region.
 */
final class RetentionShelf implements PlainShelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeLogGroups", 5);
    private static final Quota PUT = Quota.perSecond("PutRetentionPolicy", 5);

    /** "Possible values": PutRetentionPolicy in the CloudWatch Logs API Reference. */
    private static final TreeSet<Integer> DAYS = new TreeSet<>(List.of(
            1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653));

    private final AwsClients aws;

    RetentionShelf(AwsClients aws) {
        this.aws = aws;
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.RETENTION);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var retention = (Retention) wanted;
        var days = retention.days().orElse(Integer.MAX_VALUE);
        var kept = Optional.ofNullable(DAYS.ceiling(days));
        if (kept.isEmpty()) {
            return Rendering.none(wanted, "a log group is kept for 3653 days at most, or for ever");
        }
        var gaps = kept.get().equals(days)
                ? List.<Gap>of()
                : List.of(new Gap(
                        "kept", days + "d", "CloudWatch keeps it for one of certain spans: " + kept.get() + "d"));
        return new Rendering(
                wanted,
                Optional.of(Canonical.of(new Retention(wanted.name(), kept, retention.forced()), Optional.empty())),
                gaps);
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Held>();
        for (var each : wanted) {
            read(each.name(), deadline).map(Held::of).ifPresent(all::add);
        }
        return all;
    }

    /** "The list is ASCII-sorted by log group name": a name comes before all that begin with it. */
    private Optional<Canonical> read(String name, Deadline deadline) throws InterruptedException {
        var groups = AwsCall.ask(
                        deadline,
                        limits -> aws.logs()
                                .describeLogGroups(request -> request.logGroupNamePrefix(name)
                                        .limit(1)
                                        .overrideConfiguration(limits)))
                .logGroups();
        return groups.stream()
                .filter(each -> each.logGroupName().equals(name))
                .map(each -> Canonical.of(
                        new Retention(name, Optional.ofNullable(each.retentionInDays()), false), Optional.empty()))
                .findFirst();
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> read(change.subject().id().name(), deadline));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var days = form.resource() instanceof Retention retention ? retention.days() : Optional.<Integer>empty();
        AwsCall.ask(
                deadline,
                limits -> aws.logs()
                        .putRetentionPolicy(
                                request -> request.logGroupName(form.id().name())
                                        .retentionInDays(days.orElseThrow())
                                        .overrideConfiguration(limits)));
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) {
        throw new PortException(new Fault(Fault.Kind.REJECTED, "a log's retention is never unset"));
    }

    /** A group that is there and kept for ever has no retention yet. */
    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return change.before().isEmpty()
                && now.flatMap(each ->
                                each.resource() instanceof Retention(var _, var days, var _) ? days : Optional.of(0))
                        .isEmpty();
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(DESCRIBE, 1, PUT, 1), 1);
    }
}
