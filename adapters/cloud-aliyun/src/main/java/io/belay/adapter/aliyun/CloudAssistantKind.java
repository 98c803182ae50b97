package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.ecs.CloudAssistant;
import io.belay.core.host.Shell;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code cloud-assistant}: an instance of ECS, or a machine elsewhere that was registered. */
final class CloudAssistantKind implements Kind<Shell> {
    static final Key<Text> INSTANCE = Key.text(
                    "instance",
                    CloudAssistant.INSTANCE,
                    "The instance's id: i-bp185dy2o3o6n, or mi- where the host is not of ECS.")
            .needed();

    private final Clients clients;

    CloudAssistantKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "cloud-assistant";
    }

    @Override
    public Shape shape() {
        return Shape.of("The host is an instance that Cloud Assistant reaches.", INSTANCE, Keys.REGION);
    }

    @Override
    public Shell bind(Settings settings, Optional<Cloud> cloud) {
        var region = Keys.region(settings, cloud);
        return new CloudAssistant(clients.ecs(region), region, Keys.text(settings, INSTANCE));
    }
}
