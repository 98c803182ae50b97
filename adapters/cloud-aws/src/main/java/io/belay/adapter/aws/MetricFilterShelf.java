package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.MetricFilter;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Metric filters. A filter bears nothing but its name and what it does, so that whose it is is a tag of its log group, written before
 * it and taken away after it. Of filters that are nobody's, those of the wanted log group alone are of a wanted name. The quotas are
 * careful ones.
 */
final class MetricFilterShelf implements PlainShelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeMetricFilters", 5);
    private static final Quota PUT = Quota.perSecond("PutMetricFilter", 5);
    private static final Quota DELETE = Quota.perSecond("DeleteMetricFilter", 5);
    private static final Quota TAGS = Quota.perSecond("Logs tags", 5);

    private final MetricFilterCalls calls;

    MetricFilterShelf(AwsClients aws, AwsAccount account) {
        this.calls = new MetricFilterCalls(aws, account);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.METRIC_FILTER);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var filter = (MetricFilter) wanted;
        return MetricFilterForm.unfit(filter)
                .map(reason -> Rendering.none(wanted, reason))
                .orElseGet(() -> Rendering.whole(wanted, MetricFilterForm.of(filter, Optional.of(owner))));
    }

    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var logs = wanted.stream()
                .flatMap(each -> each instanceof MetricFilter filter ? Stream.of(filter) : Stream.empty())
                .collect(Collectors.toMap(MetricFilter::name, MetricFilter::log));
        var tags = new HashMap<String, Map<String, String>>();
        var all = new TreeMap<String, Canonical>();
        for (var each : calls.all(deadline)) {
            var log = each.logGroupName();
            var known = tags.get(log);
            if (known == null) {
                known = calls.tags(log, deadline);
                tags.put(log, known);
            }
            var form = MetricFilterForm.read(each, known);
            if (form.owner().equals(Optional.of(owner))) {
                // Where it was cut short on its way to another log, what is to go is what is told.
                all.merge(
                        each.filterName(), form, (one, other) -> log.equals(logs.get(each.filterName())) ? one : other);
            } else if (log.equals(logs.get(each.filterName()))) {
                all.putIfAbsent(each.filterName(), form);
            }
        }
        return all.values().stream().map(Held::of).toList();
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var now = new TreeMap<Id, Canonical>();
        for (var change : changes) {
            var id = change.subject().id();
            // The log where it was comes last: what is still there is what the plan was drawn from.
            for (var form : both(change)) {
                calls.named(log(form), id.name(), deadline).ifPresent(is -> now.put(id, is));
            }
        }
        return now;
    }

    private static List<Canonical> both(Change<Canonical> change) {
        var both = new ArrayList<Canonical>();
        change.after().ifPresent(both::add);
        change.before()
                .filter(each -> both.stream().noneMatch(other -> log(other).equals(log(each))))
                .ifPresent(both::add);
        return both;
    }

    private static String log(Canonical form) {
        return ((MetricFilter) form.resource()).log();
    }

    /** Where it moves to another log the old one goes last: what stands there is what a repeated change finds. */
    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var filter = (MetricFilter) form.resource();
        if (!now.flatMap(Canonical::owner).equals(Optional.of(owner))
                || now.filter(each -> log(each).equals(filter.log())).isEmpty()) {
            calls.tag(filter.log(), filter.name(), owner, deadline);
        }
        calls.put(filter, deadline);
        if (now.isPresent() && !log(now.get()).equals(filter.log())) {
            delete(owner, List.of(now.get()), deadline);
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            calls.delete(log(form), form.id().name(), deadline);
            calls.untag(log(form), form.id().name(), deadline);
        }
    }

    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return between(change, now);
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(DESCRIBE, 2, TAGS, 3, change.after().isPresent() ? PUT : DELETE, 1), 1);
    }

    /** Whether each field of {@code now} is as it was before or as it is to be. */
    private static boolean between(Change<Canonical> change, Optional<Canonical> now) {
        if (now.isEmpty() || change.before().isEmpty() || change.after().isEmpty()) {
            return false;
        }
        var before = change.before().get().all();
        var after = change.after().get().all();
        var is = now.get().all();
        return before.to(after).stream()
                        .allMatch(each -> is.text(each.field()).equals(each.is())
                                || is.text(each.field()).equals(each.shouldBe()))
                && is.to(before).stream().allMatch(each -> is.text(each.field()).equals(after.text(each.field())));
    }
}
