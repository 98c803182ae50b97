package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.fc.FcBrake;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.Optional;

/** The kind {@code fc-stop}: a function that a person may stop altogether. */
final class FcStopKind implements Kind<EmergencyBrake> {
    private final Clients clients;

    FcStopKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "fc-stop";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "A function of Function Compute 3.0 that a person may stop altogether: no instance is allowed, and every"
                        + " call fails.",
                Keys.FUNCTION,
                Keys.REGION);
    }

    @Override
    public EmergencyBrake bind(Settings settings, Optional<Cloud> cloud) {
        return new FcBrake(clients.functionCompute(Keys.region(settings, cloud)), Keys.text(settings, Keys.FUNCTION));
    }
}
