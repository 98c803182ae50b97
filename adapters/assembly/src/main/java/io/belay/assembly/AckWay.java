package io.belay.assembly;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.aliyun.ack.Kubeconfig;
import io.belay.adapter.kubernetes.ClusterSource;
import io.belay.adapter.kubernetes.KubeConfig;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.nio.file.Path;
import java.util.Optional;

/** The way to a cluster of Kubernetes by the kubeconfig that Alibaba Cloud gives of it. */
record AckWay(Kind<Kubeconfig> kind, Path folder) implements Kind<ClusterSource> {
    AckWay {
        requireNonNull(kind, "kind");
        requireNonNull(folder, "folder");
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public Shape shape() {
        return kind.shape();
    }

    @Override
    public ClusterSource bind(Settings settings, Optional<Cloud> cloud) {
        var kubeconfig = kind.bind(settings, cloud);
        return deadline -> KubeConfig.read(kubeconfig.text(deadline), Optional.empty(), folder);
    }
}
