package io.belay.adapter.aws;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code ssm-compose}: a compose project on a host that Systems Manager manages. */
record SsmComposeKind(AwsRegions regions) implements Kind<ReleaseTarget> {
    static final Key<Text> NODE = AwsName.key(
            "node",
            SsmComposeTarget.NODE.pattern(),
            "The managed node's id: i-0123456789abcdef0, or mi- where the host is not EC2's.");
    static final Key<Text> FOLDER = AwsName.key(
            "folder", SsmComposeTarget.FOLDER.pattern(), "The project's folder on the host, from the root on.");
    static final Key<Text> FILE = AwsName.key(
            "file", SsmComposeTarget.FILE.pattern(), "The project's compose file in that folder: docker-compose.yml.");

    @Override
    public String name() {
        return "ssm-compose";
    }

    @Override
    public Shape shape() {
        return Shape.of(
                "A compose project on a host of Systems Manager, put back to images by digest.",
                NODE,
                FOLDER,
                FILE,
                AwsRegions.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new SsmComposeTarget(
                regions.of(settings, cloud),
                AwsName.of(settings, NODE),
                AwsName.of(settings, FOLDER),
                AwsName.of(settings, FILE));
    }
}
