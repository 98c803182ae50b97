package io.belay.adapter.aws;

import io.belay.core.host.Shell;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code ssm}: a host that Systems Manager manages. */
record SsmKind(AwsRegions regions) implements Kind<Shell> {
    static final Key<Text> NODE = AwsName.key(
            "node",
            SsmShell.NODE.pattern(),
            "The managed node's id: i-0123456789abcdef0, or mi- where the host is not EC2's.");

    @Override
    public String name() {
        return "ssm";
    }

    @Override
    public Shape shape() {
        return Shape.of("The host is a node that Systems Manager manages.", NODE, AwsRegions.REGION);
    }

    @Override
    public Shell bind(Settings settings, Optional<Cloud> cloud) {
        return new SsmShell(regions.of(settings, cloud), AwsName.of(settings, NODE));
    }
}
