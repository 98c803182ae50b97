package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSpec;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
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
import io.belay.core.probe.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * CloudWatch's alarms on metrics and those made of others, of one region. The owner's mark ends an alarm's description; CloudWatch
 * compares nothing before it writes, so that each alarm is read just before. Quotas as in "CloudWatch service quotas" of the
 * CloudWatch User Guide.
 */
public final class CloudWatchStore implements AlarmStore {
    private static final Quota DESCRIBE = Quota.perSecond("DescribeAlarms", 9);
    private static final Quota PUT_METRIC = Quota.perSecond("PutMetricAlarm", 3);
    private static final Quota PUT_COMPOSITE = Quota.perSecond("PutCompositeAlarm", 3);
    private static final Quota DELETE = Quota.perSecond("DeleteAlarms", 3);

    private final AwsClients aws;
    private final CloudWatchCalls calls;
    private final CloudWatchActions actions;

    /**
     * The alarms of one region.
     *
     * @param account of twelve digits: topics that receivers have there are called by it
     */
    public CloudWatchStore(AwsClients aws, String account) {
        this.aws = requireNonNull(aws, "aws");
        this.calls = new CloudWatchCalls(aws);
        this.actions = new CloudWatchActions(aws.place().region(), account);
        if (!account.matches("\\d{12}")) {
            throw new IllegalArgumentException("an account is twelve digits, found " + account);
        }
    }

    @Override
    public Target target() {
        var address = "cloudwatch:" + aws.place().region();
        return new Target(address, address);
    }

    @Override
    public String kind() {
        return "cloudwatch";
    }

    @Override
    public List<Held> current(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var ids = wanted.stream().map(Resource::id).collect(Collectors.toSet());
        return calls.all(deadline).stream()
                .filter(held -> held.form().owner().equals(Optional.of(owner))
                        || ids.contains(held.form().id()))
                .toList();
    }

    @Override
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline) {
        var forms = new CloudWatchForms(owner, actions);
        return wanted.stream().map(forms::of).toList();
    }

    /** TagResource, which a take-over calls once, has no documented quota. */
    @Override
    public Toll toll(Change<Canonical> change) {
        var composite = id(change).kind() == Kind.COMPOSITE;
        return switch (change) {
            case Change.Create<Canonical> _, Change.Update<Canonical> _ ->
                new Toll(Map.of(DESCRIBE, 1, composite ? PUT_COMPOSITE : PUT_METRIC, 1), 1);
            // "Up to 100 alarms in one operation", of them "no more than one composite alarm".
            case Change.Delete<Canonical> _ -> new Toll(Map.of(DESCRIBE, 1, DELETE, 1), composite ? 1 : 100);
        };
    }

    @Override
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        var now = calls.named(changes.stream().map(each -> id(each).name()).toList(), deadline);
        var applied = new ArrayList<Optional<Applied>>();
        var gone = new ArrayList<String>();
        for (var change : changes) {
            var known =
                    known(owner, change, Optional.ofNullable(now.get(id(change).name())));
            if (known.isEmpty() && change instanceof Change.Delete<Canonical>) {
                gone.add(id(change).name());
            } else if (known.isEmpty()) {
                known = Optional.of(put(owner, change, now, deadline));
            }
            applied.add(known);
        }
        var deleted = gone.isEmpty() ? new Applied.SoAlready() : written(() -> calls.delete(gone, deadline));
        return applied.stream().map(each -> each.orElse(deleted)).toList();
    }

    /** What becomes of {@code change} without a write; empty where one is due. */
    private static Optional<Applied> known(Owner owner, Change<Canonical> change, Optional<Held> held) {
        var now = held.map(Held::form);
        if (same(now, change.after())) {
            return Optional.of(new Applied.SoAlready());
        }
        if (!same(now, change.before())) {
            return refused(Fault.Kind.CONFLICT, id(change) + " is not what the plan was drawn from");
        }
        var foreign = !now.flatMap(Canonical::owner).equals(Optional.of(owner));
        if (change instanceof Change.Delete<Canonical> && foreign) {
            return refused(Fault.Kind.REJECTED, id(change) + " is not of " + owner);
        }
        return Optional.empty();
    }

    private Applied put(Owner owner, Change<Canonical> change, Map<String, Held> now, Deadline deadline)
            throws InterruptedException {
        var form = change.after().orElseThrow();
        var before = Optional.ofNullable(now.get(form.id().name())).map(Held::form);
        return written(() -> {
            // First, since the mark that counts comes with the alarm: an update that ends half-way is done again.
            if (before.isPresent() && !before.flatMap(Canonical::owner).equals(Optional.of(owner))) {
                calls.tag(form.id().name(), owner, deadline);
            }
            switch (form.resource()) {
                case AlarmSpec alarm -> calls.put(CloudWatchWriting.request(alarm, owner), deadline);
                case Composite composite -> calls.put(CloudWatchWriting.request(composite, owner), deadline);
                default ->
                    throw new PortException(new Fault(Fault.Kind.REJECTED, form.id() + " is not set by this store"));
            }
        });
    }

    private interface Write {
        void run() throws InterruptedException;
    }

    /** What was asked for wrongly was not done; of all else, whoever called is to know at once. */
    private static Applied written(Write write) throws InterruptedException {
        try {
            write.run();
            return new Applied.Written();
        } catch (PortException failed) {
            return switch (failed.fault().kind()) {
                case REJECTED, NOT_FOUND, CONFLICT -> new Applied.Refused(failed.fault());
                case DENIED, UNREACHABLE, TIMED_OUT, THROTTLED -> throw failed;
            };
        }
    }

    private static Optional<Applied> refused(Fault.Kind kind, String message) {
        return Optional.of(new Applied.Refused(new Fault(kind, message)));
    }

    private static Id id(Change<Canonical> change) {
        return change.after().or(change::before).orElseThrow().id();
    }

    private static boolean same(Optional<Canonical> one, Optional<Canonical> other) {
        return one.isPresent() == other.isPresent()
                && one.flatMap(here -> other.map(here::same)).orElse(true);
    }
}
