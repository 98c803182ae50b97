package io.belay.adapter.aws;

import io.belay.core.announce.Announcer;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/**
 * The kind {@code sns}: a topic. Its name is "up to 256 alphanumeric characters, hyphens (-) and underscores (_)" (CreateTopic of the
 * SNS API Reference). It is given by its ARN, which is all that Publish takes, and says the region as well.
 */
record SnsKind(AwsRegions regions) implements Kind<Announcer> {
    static final Key<Text> TOPIC = AwsName.key(
            "topic",
            "arn:aws[a-z-]*:sns:" + AwsPlace.REGION + ":[0-9]{12}:(?=.{1,256}$)[A-Za-z0-9_-]+(\\.fifo)?",
            "The topic's ARN; its region is the one that is asked.");

    @Override
    public String name() {
        return "sns";
    }

    @Override
    public Shape shape() {
        return Shape.of("A topic of SNS.", TOPIC);
    }

    @Override
    public Announcer bind(Settings settings, Optional<Cloud> cloud) {
        var topic = AwsName.of(settings, TOPIC);
        return new SnsAnnouncer(regions.of(topic.split(":", 5)[3]), topic);
    }
}
