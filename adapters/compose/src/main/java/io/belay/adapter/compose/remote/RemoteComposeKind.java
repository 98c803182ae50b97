package io.belay.adapter.compose.remote;

import static java.util.Objects.requireNonNull;

import io.belay.core.host.Shell;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A compose project on a host that is reached as another kind says: {@code ssm-compose} of {@code ssm}. Its block has that kind's
 * keys and its own.
 */
public final class RemoteComposeKind implements Kind<ReleaseTarget> {
    static final Key<Text> FOLDER = Key.text(
                    "folder",
                    RemoteComposeTarget.FOLDER.pattern(),
                    "The project's folder on the host, from the root on.")
            .needed();
    static final Key<Text> FILE = Key.text(
                    "file", RemoteComposeTarget.FILE.pattern(), "The project's compose file in that folder.")
            .needed();

    private final Kind<Shell> host;

    /** On a host that {@code host} names. */
    public RemoteComposeKind(Kind<Shell> host) {
        this.host = requireNonNull(host, "host");
    }

    @Override
    public String name() {
        return host.name() + "-compose";
    }

    @Override
    public Shape shape() {
        return new Shape(
                "A compose project, put back to images by digest, on a host elsewhere. "
                        + host.shape().description(),
                Stream.of(host.shape().keys(), List.<Key<?>>of(FOLDER, FILE))
                        .flatMap(List::stream)
                        .toList());
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        return new RemoteComposeTarget(
                host.bind(settings, cloud),
                settings.get(FOLDER).fixed(FOLDER.name()).reveal(),
                settings.get(FILE).fixed(FILE.name()).reveal());
    }
}
