package io.belay.adapter.aws;

import static java.util.Objects.requireNonNull;

import io.belay.core.Deadline;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Applied;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.probe.Target;
import io.belay.core.shelf.Shelves;
import java.util.List;

/**
 * What watches over a system on AWS, in one region: CloudWatch's alarms and dashboards, SNS's topics with the permission of the
 * functions that alarms call, the logs' retention, metric filters and saved queries, and the account's budgets. Each service has a
 * shelf of its own.
 */
public final class CloudWatchStore implements AlarmStore {
    private final AwsClients aws;
    private final Shelves shelves;

    /**
     * All of one region.
     *
     * @param account of twelve digits: the ARNs of what is there hold it
     */
    public CloudWatchStore(AwsClients aws, String account) {
        this.aws = requireNonNull(aws, "aws");
        var place = new AwsAccount(aws.place().region(), account);
        shelves = new Shelves(List.of(
                new TopicShelf(aws, place),
                new RetentionShelf(aws),
                new MetricFilterShelf(aws, place),
                new AlarmShelf(aws, place),
                new DashboardShelf(aws),
                new QueryShelf(aws),
                new BudgetShelf(aws, place)));
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
        var asks = shelves.all().stream()
                .<Together.Ask<List<Held>>>map(shelf -> () -> shelves.current(shelf, owner, wanted, deadline))
                .toList();
        return Together.all(asks).stream().flatMap(List::stream).toList();
    }

    @Override
    public List<Rendering> canonical(Owner owner, List<Resource> wanted, Deadline deadline)
            throws InterruptedException {
        return shelves.canonical(owner, wanted, deadline);
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return shelves.toll(change);
    }

    @Override
    public List<Applied> apply(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return shelves.apply(owner, changes, deadline);
    }
}
