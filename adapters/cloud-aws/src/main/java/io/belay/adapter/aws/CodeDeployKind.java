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
 * The kind {@code codedeploy}: a deployment group. Names have 1 to 100 characters (CreateDeploymentGroup of the CodeDeploy API
 * Reference says no more of them).
 */
record CodeDeployKind(AwsRegions regions) implements Kind<ReleaseTarget> {
    private static final String LIKE = "[^\\x00-\\x1F\\x7F]{1,100}";

    static final Key<Text> APPLICATION = AwsName.key("application", LIKE, "The application's name.");
    static final Key<Text> GROUP = AwsName.key("group", LIKE, "The deployment group's name.");

    @Override
    public String name() {
        return "codedeploy";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "A deployment group of CodeDeploy, whose running deployment is stopped and rolled back.",
                APPLICATION,
                GROUP,
                AwsRegions.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new CodeDeployTarget(
                regions.of(settings, cloud), AwsName.of(settings, APPLICATION), AwsName.of(settings, GROUP));
    }
}
