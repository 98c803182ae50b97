package io.belay.adapter.aws;

import io.belay.core.alarm.AlarmPlace;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code cloudwatch}: what watches over a system in one region of an account. */
record CloudWatchStoreKind(AwsRegions regions) implements Kind<AlarmPlace> {
    static final Key<Text> ACCOUNT = AwsName.key(
                    "account",
                    "\\d{12}",
                    "The account, twelve digits in quotes: what is set there bears it in its ARN.")
            .needed();

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public Shape shape() {
        return Shape.of("CloudWatch and what belongs to it, in one region.", ACCOUNT, AwsRegions.REGION);
    }

    @Override
    public AlarmPlace bind(Settings settings, Optional<Cloud> cloud) {
        var clients = regions.of(settings, cloud);
        return new AlarmPlace(
                new CloudWatchStore(clients, AwsName.of(settings, ACCOUNT)),
                Optional.of(new CloudWatchAlarms(clients)),
                Optional.of(new CloudWatchBell(clients)),
                Optional.of(log -> new AwsDrillTrail(clients, log)));
    }
}
