package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.ack.Kubeconfig;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;

/** The kind {@code ack}: a cluster of Container Service for Kubernetes, by the kubeconfig that it gives. */
final class AckKind implements Kind<Kubeconfig> {
    static final Key<Text> CLUSTER =
            Key.text("cluster", Kubeconfig.CLUSTER, "The cluster's id.").needed();
    static final Key<String> NETWORK = Key.choice(
                    "network",
                    List.of("vpc", "internet"),
                    "Where it is reached: vpc from within, as a function with access to the VPC is.")
            .orElse("vpc");

    private final Clients clients;

    AckKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "ack";
    }

    @Override
    public Shape shape() {
        return Shape.of("A cluster of Container Service for Kubernetes (ACK).", CLUSTER, NETWORK, Keys.REGION);
    }

    @Override
    public Kubeconfig bind(Settings settings, Optional<Cloud> cloud) {
        return new Kubeconfig(
                clients.containers(Keys.region(settings, cloud)),
                Keys.text(settings, CLUSTER),
                settings.get(NETWORK).equals("vpc"));
    }
}
