package io.belay.adapter.aws;

import io.belay.core.Absent;
import io.belay.core.Deadline;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Dashboard;
import io.belay.core.alarm.Gap;
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
import io.belay.core.shelf.Shelf;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudwatch.model.DashboardEntry;

/**
 * CloudWatch's dashboards. The owner's mark stands on the page itself. Bounds as in PutDashboard of the CloudWatch API Reference,
 * quotas as in "CloudWatch service quotas" of the CloudWatch User Guide.
 */
final class DashboardShelf implements PlainShelf {
    private static final Quota GET = Quota.perSecond("GetDashboard", 10);
    private static final Quota PUT = Quota.perSecond("PutDashboard", 10);
    private static final Quota DELETE = Quota.perSecond("DeleteDashboards", 10);

    private final AwsClients aws;
    private final DashboardBody body;

    DashboardShelf(AwsClients aws) {
        this.aws = aws;
        this.body = new DashboardBody(aws.place().region());
    }

    @Override
    public Set<Kind> kinds() {
        return Set.of(Kind.DASHBOARD);
    }

    @Override
    public Rendering rendering(Owner owner, Resource wanted) {
        if (!wanted.name().matches("[A-Za-z0-9_-]{1,255}")) {
            return Rendering.none(wanted, "a dashboard's name is of 1 to 255 letters, digits, - and _");
        }
        var gaps = new ArrayList<Gap>();
        var widgets = new ArrayList<Dashboard.Widget>();
        for (var widget : ((Dashboard) wanted).widgets()) {
            var rows = DashboardRows.of(widget, gaps);
            if (!rows.isEmpty()) {
                widgets.add(new Dashboard.Widget(widget.title(), rows));
            }
        }
        if (widgets.isEmpty()) {
            return gaps.isEmpty()
                    ? Rendering.none(wanted, "it shows nothing")
                    : new Rendering(wanted, Optional.empty(), gaps);
        }
        var form = Canonical.of(new Dashboard(wanted.name(), widgets), Optional.of(owner));
        return new Rendering(wanted, Optional.of(form), gaps);
    }

    /** Whose a dashboard is stands on it: each has to be looked at. */
    @Override
    public List<Held> all(Owner owner, List<Resource> wanted, Deadline deadline) throws InterruptedException {
        var all = new ArrayList<Held>();
        for (var entry : entries(deadline)) {
            read(entry.dashboardName(), deadline).map(Held::of).ifPresent(all::add);
        }
        return all;
    }

    private List<DashboardEntry> entries(Deadline deadline) throws InterruptedException {
        return Pages.all(
                "ListDashboards",
                token -> AwsCall.ask(
                        deadline,
                        limits -> aws.cloudWatch()
                                .listDashboards(request ->
                                        request.nextToken(token.orElse(null)).overrideConfiguration(limits))),
                answer -> Optional.ofNullable(answer.nextToken()),
                answer -> answer.dashboardEntries());
    }

    private Optional<Canonical> read(String name, Deadline deadline) throws InterruptedException {
        return Absent.or(() -> AwsCall.ask(
                                deadline,
                                limits -> aws.cloudWatch()
                                        .getDashboard(request ->
                                                request.dashboardName(name).overrideConfiguration(limits)))
                        .dashboardBody())
                .map(written -> body.read(name, written));
    }

    @Override
    public Map<Id, Canonical> now(Owner owner, List<Change<Canonical>> changes, Deadline deadline)
            throws InterruptedException {
        return Shelf.each(changes, change -> read(change.subject().id().name(), deadline));
    }

    @Override
    public void put(Owner owner, Optional<Canonical> now, Canonical form, Deadline deadline)
            throws InterruptedException {
        var written = body.written((Dashboard) form.resource(), Optional.of(owner));
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .putDashboard(request -> request.dashboardName(form.id().name())
                                .dashboardBody(written)
                                .overrideConfiguration(limits)));
    }

    @Override
    public void delete(Owner owner, List<Canonical> forms, Deadline deadline) throws InterruptedException {
        var names = forms.stream().map(each -> each.id().name()).toList();
        AwsCall.ask(
                deadline,
                limits -> aws.cloudWatch()
                        .deleteDashboards(
                                request -> request.dashboardNames(names).overrideConfiguration(limits)));
    }

    @Override
    public Toll toll(Change<Canonical> change) {
        return new Toll(Map.of(GET, 1, change.after().isPresent() ? PUT : DELETE, 1), 1);
    }
}
