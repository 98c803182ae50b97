package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * CloudWatch's alarms on metrics and those made of others. The owner's mark ends an alarm's description. Quotas as in "CloudWatch
 * service quotas" of the CloudWatch User Guide.
 */
final class AlarmShelf implements PlainShelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeAlarms", 9);
    private static final Quota PUT_METRIC = Quota.perSecond("PutMetricAlarm", 3);
    private static final Quota PUT_COMPOSITE = Quota.perSecond("PutCompositeAlarm", 3);
    private static final Quota DELETE = Quota.perSecond("DeleteAlarms", 3);

    private final AwsClients aws;
    private final AwsAccount account;
    private final CloudWatchCalls calls;
    private final CloudWatchActions actions;

    AlarmShelf(AwsClients aws, AwsAccount account) {
        this.aws = aws;
        this.account = account;
        this.calls = new CloudWatchCalls(aws);
        this.actions = new CloudWatchActions(account);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ALARM, Kind.COMPOSITE);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        return new CloudWatchForms(owner, actions).of(wanted);
    }

    /** What stands in the way is looked for with our own alone. */
    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var reach = new ActionReach(aws, account, deadline);
        var all = new ArrayList<Held>();
        for (var held : calls.all(deadline)) {
            all.add(held.form().owner().equals(Optional.of(owner)) ? reach.seen(held) : held);
        }
        return all;
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var ids = changes.stream().map(each -> each.subject().id()).toList();
        var named = calls.named(ids.stream().map(Id::name).toList(), deadline);
        var now = new TreeMap<Id, Canonical>();
        // The two kinds share their names: an alarm in the place of a composite alarm is not what a plan was drawn
        // from.
        for (var id : ids) {
            Optional.ofNullable(named.get(id.name())).ifPresent(held -> now.put(id, held.form()));
        }
        return now;
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        // First, since the mark that counts comes with the alarm: an update that ends half-way is done again.
        if (now.isPresent() && !now.get().owner().equals(Optional.of(owner))) {
            calls.tag(form.id().name(), owner, deadline);
        }
        switch (form.resource()) {
            case AlarmSpec alarm -> calls.put(CloudWatchWriting.request(alarm, owner), deadline);
            case Composite composite -> calls.put(CloudWatchWriting.request(composite, owner), deadline);
            default -> throw new IllegalArgumentException("no alarm: " + form.id());
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        calls.delete(forms.stream().map(each -> each.id().name()).toList(), deadline);
    }

    /** TagResource, which a take-over calls once, has no documented quota. */
    @Override
    public Toll toll(Change<Canonical> change) {
        var composite = change.subject().id().kind() == Kind.COMPOSITE;
        return switch (change) {
            case Change.Create<Canonical> _, Change.Update<Canonical> _ ->
                new Toll(Map.of(DESCRIBE, 1, composite ? PUT_COMPOSITE : PUT_METRIC, 1), 1);
            // "Up to 100 alarms in one operation", of them "no more than one composite alarm".
            case Change.Delete<Canonical> _ -> new Toll(Map.of(DESCRIBE, 1, DELETE, 1), composite ? 1 : 100);
        };
    }
}
