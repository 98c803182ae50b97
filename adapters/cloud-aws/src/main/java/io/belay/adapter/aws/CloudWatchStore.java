package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.probe.Target;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What watches over a system on AWS, in one region: CloudWatch's alarms and dashboards, SNS's topics with the permission of the
 * functions that alarms call, the logs' retention, metric filters and saved queries, and the account's budgets. Each service has a
 * shelf of its own.
 */
public final class CloudWatchStore implements AlarmStore {
    private final AwsClients aws;
    private final List<AwsShelf> shelves;
    private final Map<Kind, AwsShelf> byKind = new EnumMap<>(Kind.class);

    /**
     * All of one region.
     *
     * @param account of twelve digits: the ARNs of what is there hold it
     */
    public CloudWatchStore(AwsClients aws, String account) {
        this.aws = requireNonNull(aws, "aws");
        var place = new AwsAccount(aws.place().region(), account);
        shelves = List.of(
                new TopicShelf(aws, place),
                new RetentionShelf(aws),
                new MetricFilterShelf(aws, place),
                new AlarmShelf(aws, place),
                new DashboardShelf(aws),
                new QueryShelf(aws),
                new BudgetShelf(aws, place));
        shelves.forEach(shelf -> shelf.kinds().forEach(kind -> byKind.put(kind, shelf)));
    }

    private AwsShelf shelf(Kind kind) {
        return requireNonNull(byKind.get(kind), "every kind has a shelf");
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
        var asks = shelves.stream()
                .<Together.Ask<List<Held>>>map(shelf -> () -> look(shelf, owner, wanted, deadline))
                .toList();
        return Together.all(asks).stream()
                .flatMap(List::stream)
                .filter(held -> held.form().owner().equals(Optional.of(owner))
                        || ids.contains(held.form().id()))
                .toList();
    }

    /** Who may not look where nothing is wanted has nothing there: a budget that nobody asks for needs no permission. */
    private static List<Held> look(AwsShelf shelf, Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        var here = wanted.stream()
                .filter(each -> shelf.kinds().contains(each.kind()))
                .toList();
        try {
            return shelf.all(owner, here, deadline);
        } catch (PortException fault) {
            if (here.isEmpty() && fault.fault().kind() == Fault.Kind.DENIED) {
                return List.of();
            }
            throw fault;
        }
    }

    @Override
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline) {
        return wanted.stream()
                .map(each -> shelf(each.kind()).rendering(owner, each))
                .toList();
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return shelf(ShelfApply.id(change).kind()).toll(change);
    }

    /** No two shelves have the same toll, so that all changes are of one. */
    @Override
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return changes.isEmpty()
                ? List.of()
                : new ShelfApply(shelf(ShelfApply.id(changes.getFirst()).kind()), owner, deadline).apply(changes);
    }
}
