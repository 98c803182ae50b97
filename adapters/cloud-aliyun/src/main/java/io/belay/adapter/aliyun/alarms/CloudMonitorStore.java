package io.belay.adapter.aliyun.alarms;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.acs.AcsClient;
import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.core.Deadline;
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
import io.belay.core.shelf.Shelf;
import io.belay.core.shelf.Shelves;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What watches over a system on Alibaba Cloud, in one region: rules of CloudMonitor 1.0 on metrics, on what is computed of them and on
 * several of them, the contacts and groups that they tell, and in a project of Log Service how long logs are kept, saved searches and
 * dashboards. Each has a shelf of its own.
 */
public final class CloudMonitorStore implements AlarmStore {
    private static final String NO_PROJECT = "no project of Log Service is named for this store";

    private final String region;
    private final Shelves shelves;

    /**
     * All of one region, but nothing of Log Service.
     *
     * @param client of CloudMonitor in it
     * @param region that metrics name: {@code cn-hangzhou}
     * @param reach says whether the topics and queues that rules tell are there
     */
    public CloudMonitorStore(AcsClient client, String region, MnsReach reach) {
        this(
                region,
                List.of(
                        new ContactShelf(client),
                        new RuleShelf(client, region, reach),
                        new Bare(Map.of(
                                Kind.RETENTION, NO_PROJECT, Kind.DASHBOARD, NO_PROJECT, Kind.SAVED_QUERY, NO_PROJECT)),
                        nowhere()));
    }

    /**
     * All of one region, and what belongs to it in one project of Log Service.
     *
     * @param logs of the project, in which log stores, saved searches and dashboards are
     * @param store the log store of that project into which functions tell of their requests; dashboards ask it
     */
    public CloudMonitorStore(AcsClient client, String region, MnsReach reach, LogClient logs, String store) {
        this(
                region,
                List.of(
                        new ContactShelf(client),
                        new RetentionShelf(logs),
                        new RuleShelf(client, region, reach),
                        new PageShelf(logs, store),
                        new SearchShelf(logs),
                        nowhere()));
    }

    private CloudMonitorStore(String region, List<Shelf> shelves) {
        this.region = requireNonNull(region, "region");
        this.shelves = new Shelves(shelves);
    }

    private static Shelf nowhere() {
        return new Bare(Map.of(
                Kind.BUDGET,
                "CloudMonitor keeps no budgets: set one under Expenses and Costs",
                Kind.METRIC_FILTER,
                "CloudMonitor counts no lines of logs: keep a saved query, or name a metric"));
    }

    @Override
    public Target target() {
        var address = "cloudmonitor:" + region;
        return new Target(address, address);
    }

    @Override
    public String kind() {
        return "cloudmonitor";
    }

    @Override
    public List<Held> current(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var current = new ArrayList<Held>();
        for (var shelf : shelves.all()) {
            current.addAll(shelves.current(shelf, owner, wanted, deadline));
        }
        return current;
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
