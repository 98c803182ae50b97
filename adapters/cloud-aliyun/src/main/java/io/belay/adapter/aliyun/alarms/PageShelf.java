package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Gap;
import io.belay.core.alarm.Held;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Quota;
import io.belay.core.alarm.Rendering;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Toll;
import io.belay.core.plan.Change;
import io.belay.core.shelf.PlainShelf;
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Dashboards of Log Service: CloudMonitor's own have no API. Each measure is a chart of its own, since a chart asks one question. The
 * mark stands in the description. The quotas are careful ones.
 */
final class PageShelf implements PlainShelf {
    private static final Quota GET = Quota.perSecond("GetDashboard", 10);
    private static final Quota PUT = Quota.perSecond("UpdateDashboard", 5);
    private static final Quota DELETE = Quota.perSecond("DeleteDashboard", 5);
    private static final String PATH = "/dashboards";

    private final LogClient client;
    private final PageBody body;

    /** Charts ask {@code store}, a log store of the client's project. */
    PageShelf(LogClient client, String store) {
        this.client = client;
        this.body = new PageBody(store);
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.DASHBOARD);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        var refused = LogNames.refused(wanted.name());
        if (refused.isPresent()) {
            return Rendering.none(wanted, refused.get());
        }
        var gaps = new ArrayList<Gap>();
        var charts = new ArrayList<Dashboard.Widget>();
        for (var widget : ((Dashboard) wanted).widgets()) {
            var at = 1;
            for (var measure : widget.measures()) {
                var query = LogQueries.of(measure);
                if (query.isEmpty()) {
                    gaps.add(new Gap(
                            "widget " + widget.title(),
                            measure.shown(),
                            "dashboards of Log Service show logs, and none of them tells this"));
                } else {
                    var title = at == 1 ? widget.title() : widget.title() + " " + at;
                    charts.add(new Dashboard.Widget(title, List.of(new Measure.Query(query.get()))));
                    at++;
                }
            }
        }
        if (charts.isEmpty()) {
            return gaps.isEmpty()
                    ? Rendering.none(wanted, "it shows nothing")
                    : new Rendering(wanted, Optional.empty(), gaps);
        }
        var form = Canonical.of(new Dashboard(wanted.name(), charts), Optional.of(owner));
        return new Rendering(wanted, Optional.of(form), gaps);
    }

    /** Whose a dashboard is stands on it: each has to be looked at. */
    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Held>();
        for (var name : client.list(PATH, answer -> answer.texts("dashboards"), deadline)) {
            read(name, deadline).map(Held::of).ifPresent(all::add);
        }
        return all;
    }

    private Optional<Canonical> read(String name, Deadline deadline) throws InterruptedException {
        return client.find(PATH + "/" + name, deadline).map((Json page) -> body.read(name, page));
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> read(change.subject().id().name(), deadline));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var content = body.written((Dashboard) form.resource(), owner);
        if (now.isPresent()) {
            client.write("PUT", PATH + "/" + form.id().name(), content, deadline);
        } else {
            client.write("POST", PATH, content, deadline);
        }
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        for (var form : forms) {
            client.delete(PATH + "/" + form.id().name(), deadline);
        }
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(GET, 1, change.after().isPresent() ? PUT : DELETE, 1), 1);
    }
}
