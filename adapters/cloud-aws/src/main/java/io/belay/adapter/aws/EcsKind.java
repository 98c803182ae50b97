package io.belay.adapter.aws;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/**
 * The kind {@code ecs}: a service. "Up to 255 letters (uppercase and lowercase), numbers, underscores, and hyphens are allowed"
 * (CreateCluster and CreateService of the ECS API Reference). No ARN: a service that is named in two ways would be two targets.
 */
record EcsKind(AwsRegions regions) implements Kind<ReleaseTarget> {
    private static final String LIKE = "[A-Za-z0-9_-]{1,255}";

    static final Key<Text> CLUSTER = AwsName.key("cluster", LIKE, "The cluster's name, not its ARN.");
    static final Key<Text> SERVICE = AwsName.key("service", LIKE, "The service's name, not its ARN.");

    @Override
    public String name() {
        return "ecs";
    }

    @Override
    public Shape shape() {
        return Shape.of("A service of ECS, put back to a task definition.", CLUSTER, SERVICE, AwsRegions.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new EcsServiceTarget(
                regions.of(settings, cloud), AwsName.of(settings, CLUSTER), AwsName.of(settings, SERVICE));
    }
}
