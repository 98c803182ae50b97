package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.core.Deadline;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Receiver;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * CloudMonitor's rules. A name need not be unique there: ours is the rule that has the id of our name, else the first that bears our
 * mark, else the first that there is. The reference gives no quotas of these calls; these are careful ones.
 */
final class RuleShelf implements Shelf {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeMetricRuleList", 10);
    private static final Quota TARGETS = Quota.perSecond("DescribeMetricRuleTargets", 20);
    private static final Quota PUT = Quota.perSecond("PutResourceMetricRule", 10);
    private static final Quota PUT_TARGETS = Quota.perSecond("PutMetricRuleTargets", 10);
    private static final Quota DELETE = Quota.perSecond("DeleteMetricRules", 5);

    private final AcsClient client;
    private final MnsReach reach;
    private final Signals signals;
    private final RuleCalls calls;

    RuleShelf(AcsClient client, String region, MnsReach reach) {
        this.client = client;
        this.reach = reach;
        this.signals = new Signals(region);
        this.calls = new RuleCalls(client);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.ALARM, Kind.COMPOSITE);
    }

    @Override
    public List<Rendering> renderings(Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        var forms = new RuleForms(owner, signals, new Metas(client, deadline));
        var renderings = new HashMap<Id, Rendering>();
        var alarms = new HashMap<String, Canonical>();
        for (var each : wanted) {
            if (each instanceof AlarmSpec alarm) {
                var rendering = forms.of(alarm);
                renderings.put(alarm.id(), rendering);
                rendering.form().ifPresent(form -> alarms.put(alarm.name(), form));
            }
        }
        var composites = new CompositeForms(owner, alarms);
        for (var each : wanted) {
            if (each instanceof Composite composite) {
                renderings.put(composite.id(), composites.of(composite));
            }
        }
        return wanted.stream()
                .flatMap(each -> Optional.ofNullable(renderings.get(each.id())).stream())
                .toList();
    }

    /** What stands in the way is looked for with our own alone. */
    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var names = wanted.stream().map(Resource::name).collect(Collectors.toSet());
        var seen = calls.all(each -> each.owner().equals(Optional.of(owner)) || names.contains(each.name()), deadline);
        var byName = seen.stream().collect(Collectors.groupingBy(Seen::name, TreeMap::new, Collectors.toList()));
        var reached = new RuleReach(new ContactCalls(client).groups(deadline).keySet(), reach, deadline);
        var all = new ArrayList<Held>();
        for (var each : byName.values()) {
            var form = new RuleReading(chosen(owner, each)).form();
            all.add(form.owner().equals(Optional.of(owner)) ? reached.held(form) : Held.of(form));
        }
        return all;
    }

    private static Seen chosen(Owner owner, List<Seen> named) {
        return named.stream()
                .min(Comparator.comparing((Seen each) -> !each.id().equals(RuleName.id(owner, each.name())))
                        .thenComparing(each -> !each.owner().equals(Optional.of(owner)))
                        .thenComparing(Seen::id))
                .orElseThrow();
    }

    static List<Receiver> receivers(Canonical form) {
        return switch (form.resource()) {
            case AlarmSpec alarm -> alarm.receivers();
            case Composite composite -> composite.receivers();
            default -> List.of();
        };
    }

    private static Severity severity(Canonical form) {
        return form.resource() instanceof Composite composite
                ? composite.severity()
                : form.resource() instanceof AlarmSpec alarm ? alarm.severity() : Severity.CRITICAL;
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var now = new TreeMap<Id, Canonical>();
        // The two kinds share their names: an alarm in the place of a composite alarm is not what a plan was drawn
        // from.
        var ids = changes.stream().map(each -> each.subject().id()).toList();
        found(owner, ids.stream().map(Id::name).distinct().toList(), deadline)
                .forEach((name, rule) -> ids.stream()
                        .filter(each -> each.name().equals(name))
                        .forEach(each -> now.put(each, new RuleReading(rule).form())));
        return now;
    }

    private Map<String, Seen> found(Owner owner, List<String> names, Deadline deadline) throws InterruptedException {
        var found = new TreeMap<String, Seen>();
        var ids = names.stream().map(each -> RuleName.id(owner, each)).toList();
        for (int from = 0; from < ids.size(); from += RuleCalls.IDS) {
            var some = ids.subList(from, Math.min(ids.size(), from + RuleCalls.IDS));
            for (var each : calls.byId(some, deadline)) {
                if (names.contains(each.name())) {
                    found.put(each.name(), each);
                }
            }
        }
        for (var name : names) {
            if (!found.containsKey(name)) {
                var named = calls.byName(name, deadline);
                if (!named.isEmpty()) {
                    found.put(name, chosen(owner, named));
                }
            }
        }
        return found;
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var name = form.id().name();
        var there = now.isEmpty()
                ? Optional.<Seen>empty()
                : Optional.ofNullable(found(owner, List.of(name), deadline).get(name));
        var writing = new RuleWriting(there.map(Seen::id).orElseGet(() -> RuleName.id(owner, name)), owner);
        Hidden.within(
                Told.of(receivers(form)).webhook().stream().toList(), () -> calls.write(writing.put(form), deadline));
        if (there.isPresent() && !there.get().enabled()) {
            calls.enable(writing.id(), deadline);
        }
        var due = Told.of(receivers(form)).targets();
        var targets = writing.targets(due, severity(form));
        if (there.isPresent()) {
            var gone = new ArrayList<>(there.get().targets().keySet());
            for (int at = 1; at <= due.size(); at++) {
                gone.remove(Integer.toString(at));
            }
            if (!gone.isEmpty()) {
                calls.deleteTargets(writing.id(), gone, deadline);
            }
        }
        if (targets.isPresent()) {
            calls.write(targets.get(), deadline);
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        var found = found(owner, forms.stream().map(each -> each.id().name()).toList(), deadline);
        var ids = found.values().stream()
                .filter(each -> each.owner().equals(Optional.of(owner)))
                .map(Seen::id)
                .toList();
        if (!ids.isEmpty()) {
            calls.delete(ids, deadline);
        }
    }

    /** The rule comes first, its targets after it. */
    @Override
    public boolean begun(Change<Canonical> change, Optional<Canonical> now) {
        return Between.is(change, now, "receivers");
    }

    /** A rule that was taken over is looked for by its name, which costs a call more. */
    @Override
    public Toll toll(Change<Canonical> change) {
        return switch (change) {
            case Change.Create<Canonical>(var form) -> new Toll(written(form, 2), 1);
            case Change.Update<Canonical>(var _, var form) -> new Toll(written(form, 4), 1);
            case Change.Delete<Canonical> _ ->
                new Toll(Map.of(DESCRIBE, 2, TARGETS, 2 * RuleCalls.IDS, DELETE, 1), RuleCalls.IDS);
        };
    }

    private static Map<Quota, Integer> written(Canonical form, int looks) {
        var calls = new HashMap<>(Map.of(DESCRIBE, looks, PUT, 1));
        if (looks > 2) {
            calls.put(TARGETS, 2);
        }
        if (looks > 2 || !Told.of(receivers(form)).targets().isEmpty()) {
            calls.put(PUT_TARGETS, looks > 2 ? 2 : 1);
        }
        return calls;
    }
}
