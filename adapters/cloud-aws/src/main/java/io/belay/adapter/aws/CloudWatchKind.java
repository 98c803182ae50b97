package io.belay.adapter.aws;

import io.belay.core.release.RollbackCauses.Watched;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The kind {@code cloudwatch}: an alarm on a metric, or one made of others. "The name must contain only UTF-8 characters, and can't
 * contain ASCII control characters", 255 at the most (PutMetricAlarm of the CloudWatch API Reference). An ARN gives name and region;
 * the alarm is known by its name from then on, since that is what a delivery calls it.
 */
record CloudWatchKind(AwsRegions regions) implements Kind<Watched> {
    private static final Pattern ARN =
            Pattern.compile("arn:[^:]+:cloudwatch:(?<region>[^:]+):[0-9]{12}:alarm:(?<name>.+)");

    static final Key<Text> ALARM = AwsName.key(
            "alarm", "[^\\x00-\\x1F\\x7F]{1,400}", "The alarm's name, 255 characters at the most, or its ARN.");

    @Override
    public String name() {
        return "cloudwatch";
    }

    @Override
    public Shape shape() {
        return Shape.of("An alarm of CloudWatch.", ALARM, AwsRegions.REGION);
    }

    @Override
    public Watched bind(Settings settings, Optional<Cloud> cloud) {
        var written = AwsName.of(settings, ALARM);
        var arn = ARN.matcher(written);
        if (written.startsWith("arn:") && !arn.matches()) {
            throw new SettingException(
                    ALARM.name(), "this ARN is of no alarm: arn:aws:cloudwatch:REGION:ACCOUNT:alarm:NAME");
        }
        if (!written.startsWith("arn:")) {
            return watched(written, regions.of(settings, cloud));
        }
        if (settings.has(AwsRegions.REGION)
                && !settings.get(AwsRegions.REGION).reveal().equals(arn.group("region"))) {
            throw new SettingException(AwsRegions.REGION.name(), "the alarm's ARN says " + arn.group("region"));
        }
        return watched(arn.group("name"), regions.of(arn.group("region")));
    }

    private static Watched watched(String name, AwsClients clients) {
        if (name.length() > 255) {
            throw new SettingException(ALARM.name(), "a name of " + name.length() + " characters; 255 at the most");
        }
        return new Watched(name, new CloudWatchAlarms(clients));
    }
}
