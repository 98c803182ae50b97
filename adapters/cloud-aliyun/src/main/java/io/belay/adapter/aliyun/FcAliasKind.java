package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.fc.FcAliasTarget;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The kind {@code fc-alias}: an alias of a function, that goes back to an earlier published version. */
final class FcAliasKind implements Kind<ReleaseTarget> {
    static final Key<Text> ALIAS = Key.text("alias", Keys.NAMED, "The alias that callers and triggers use.")
            .needed();

    private final Clients clients;

    FcAliasKind(Clients clients) {
        this.clients = clients;
    }

    @Override
    public String name() {
        return "fc-alias";
    }

    @Override
    public Shape shape() {
        return Shape.of("An alias of a function of Function Compute 3.0.", Keys.FUNCTION, ALIAS, Keys.REGION);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        var alias = Keys.text(settings, ALIAS);
        if (alias.equals("LATEST")) {
            throw new SettingException(
                    ALIAS.name(),
                    "LATEST is no alias and another build after every change: publish a version, and name an alias of it");
        }
        return new FcAliasTarget(
                clients.functionCompute(Keys.region(settings, cloud)), Keys.text(settings, Keys.FUNCTION), alias);
    }
}
