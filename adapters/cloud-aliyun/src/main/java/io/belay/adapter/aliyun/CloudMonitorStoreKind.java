package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.alarms.AliyunDrillTrail;
import io.belay.adapter.aliyun.alarms.CloudMonitorBell;
import io.belay.adapter.aliyun.alarms.CloudMonitorStore;
import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.mns.MnsReach;
import io.belay.adapter.aliyun.sls.LogClient;
import io.belay.core.alarm.AlarmPlace;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code cloudmonitor}: what watches over a system in one region, with what belongs to it in a project of Log Service. */
final class CloudMonitorStoreKind implements Kind<AlarmPlace> {
    /** "Lowercase letters, digits and hyphens, 3 to 63 characters." (Log Service, CreateProject, CreateLogStore.) */
    private static final String NAMED = "[a-z0-9][a-z0-9_-]{1,61}[a-z0-9]";

    static final Key<Text> PROJECT =
            Key.text("project", NAMED, "A project of Log Service: retention, saved searches and dashboards are in it.");
    static final Key<Text> LOG_STORE =
            Key.text("log-store", NAMED, "The log store of that project into which functions tell of their requests.");

    private final Clients clients;

    CloudMonitorStoreKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "cloudmonitor";
    }

    @Override
    public Shape shape() {
        return Shape.of("CloudMonitor and what belongs to it, in one region.", Keys.REGION, PROJECT, LOG_STORE);
    }

    @Override
    public AlarmPlace bind(Settings settings, Optional<Cloud> cloud) {
        var project = Keys.found(settings, PROJECT);
        var store = Keys.found(settings, LOG_STORE);
        if (project.isPresent() != store.isPresent()) {
            throw new SettingException(
                    project.isPresent() ? PROJECT.name() : LOG_STORE.name(), "project and log-store, both or neither");
        }
        var region = Keys.region(settings, cloud);
        var monitor = clients.cloudMonitor(region);
        var reach = new MnsReach(region, clients.endpoints(region)::topics, clients.credentials(), Exchange.USUAL);
        var logs = project.map(each ->
                new LogClient(clients.endpoints(region).logs(each), region, clients.credentials(), Exchange.USUAL));
        return new AlarmPlace(
                logs.map(each -> new CloudMonitorStore(monitor, region, reach, each, store.orElseThrow()))
                        .orElseGet(() -> new CloudMonitorStore(monitor, region, reach)),
                Optional.of(new CloudMonitorAlarms(monitor)),
                Optional.of(new CloudMonitorBell(monitor)),
                logs.map(each -> log -> new AliyunDrillTrail(monitor, each, log)));
    }
}
