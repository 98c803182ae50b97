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
 * The kind {@code lambda}: an alias of a function. Both are named as CreateAlias of the Lambda API Reference has them. No ARN: an
 * alias that is named in two ways would be two targets.
 */
record LambdaKind(AwsRegions regions) implements Kind<ReleaseTarget> {
    static final Key<Text> FUNCTION =
            AwsName.key("function", "[A-Za-z0-9_-]{1,64}", "The function's name, not its ARN.");
    static final Key<Text> ALIAS = AwsName.key(
            "alias", "(?![0-9]+$)[A-Za-z0-9_-]{1,128}", "The alias that callers use; $LATEST cannot be put back.");

    @Override
    public String name() {
        return "lambda";
    }

    @Override
    public Shape shape() {
        return Shape.of("An alias of a Lambda function, put back to a version.", FUNCTION, ALIAS, AwsRegions.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new LambdaAliasTarget(
                regions.of(settings, cloud), AwsName.of(settings, FUNCTION), AwsName.of(settings, ALIAS));
    }
}
