package io.belay.adapter.aws;

import io.belay.core.release.EmergencyBrake;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import java.util.Optional;

/** The kind {@code lambda-stop}: a function that a person may stop altogether. */
record LambdaStopKind(AwsRegions regions) implements Kind<EmergencyBrake> {
    @Override
    public String name() {
        return "lambda-stop";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "A Lambda function that a person may stop altogether: none of it may run at once, and every call is"
                        + " throttled.",
                LambdaKind.FUNCTION,
                AwsRegions.REGION);
    }

    @Override
    public EmergencyBrake bind(Settings settings, Optional<Cloud> cloud) {
        return new LambdaBrake(regions.of(settings, cloud), AwsName.of(settings, LambdaKind.FUNCTION));
    }
}
