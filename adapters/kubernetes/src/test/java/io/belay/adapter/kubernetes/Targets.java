package io.belay.adapter.kubernetes;

import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Ways to the Deployment of a cluster. */
final class Targets {
    static final DeploymentName NAME = new DeploymentName("testing", TestingCluster.NAMESPACE, TestingCluster.NAME);

    private Targets() {}

    static DeploymentTarget of(TestingCluster cluster) {
        return of(cluster, cluster.server().kubeconfig());
    }

    static DeploymentTarget of(TestingCluster cluster, String kubeconfig) {
        return new DeploymentTarget(
                _ -> KubeConfig.read(kubeconfig, Optional.empty(), Path.of(".")), NAME, Pins.AS_WRITTEN);
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(20), InstantSource.system());
    }
}
