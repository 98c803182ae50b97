package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.cloudmonitor.CloudMonitorAlarms;
import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code cloudmonitor}: an alert rule of CloudMonitor 1.0. */
final class CloudMonitorKind implements Kind<Watched> {
    static final Key<Text> ALARM = Key.text(
                    "alarm", "\\S(.{0,198}\\S)?", "The rule's id, or its name where no other rule has the same.")
            .needed();

    private final Clients clients;

    CloudMonitorKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "cloudmonitor";
    }

    @Override
    public Shape shape() {
        return Shape.of("An alert rule of CloudMonitor 1.0.", ALARM, Keys.REGION);
    }

    @Override
    public Watched bind(Settings settings, Optional<Cloud> cloud) {
        var source = new CloudMonitorAlarms(clients.cloudMonitor(Keys.region(settings, cloud)));
        return new Watched(Keys.text(settings, ALARM), source);
    }
}
