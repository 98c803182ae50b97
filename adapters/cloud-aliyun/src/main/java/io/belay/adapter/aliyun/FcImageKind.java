package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.fc.FcImageTarget;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.Optional;

/** The kind {@code fc-image}: a function without an alias, that goes back to an earlier image. */
final class FcImageKind implements Kind<ReleaseTarget> {
    private final Clients clients;

    FcImageKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "fc-image";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "A function of Function Compute 3.0 that runs an image and has no alias.", Keys.FUNCTION, Keys.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new FcImageTarget(
                clients.functionCompute(Keys.region(settings, cloud)), Keys.text(settings, Keys.FUNCTION));
    }
}
