package io.belay.adapter.aliyun;

import io.belay.adapter.aliyun.acs.Endpoints;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.util.Optional;

/** The keys that several kinds have. */
final class Keys {
    /** Letters, digits, _ and -, and first no digit. (CreateFunction, {@code functionName}; CreateAlias, {@code aliasName}.) */
    static final String NAMED = "[A-Za-z_][A-Za-z0-9_-]{0,127}";

    static final Key<Text> FUNCTION =
            Key.text("function", NAMED, "The function's name.").needed();
    static final Key<Text> REGION = Key.text(
            "region", Endpoints.REGION, "The region, such as cn-hangzhou; where it is not said, that of cloud.");

    private Keys() {}

    static String text(Settings settings, Key<Text> key) {
        return settings.get(key).reveal();
    }

    static Optional<String> found(Settings settings, Key<Text> key) {
        return settings.find(key).map(Text::reveal);
    }

    /** The block's region, else that of a system that lives in this cloud. */
    static String region(Settings settings, Optional<Cloud> cloud) {
        return found(settings, REGION)
                .or(() -> cloud.filter(each -> each.provider() == Cloud.Provider.ALIYUN)
                        .map(Cloud::region))
                .orElseThrow(
                        () -> new SettingException(
                                REGION.name(),
                                "no region, found "
                                        + cloud.map(each -> "cloud.provider: "
                                                        + each.provider().word())
                                                .orElse("no cloud")
                                        + ": write region: cn-hangzhou here, or cloud: { provider: aliyun, region: cn-hangzhou } once for all"));
    }
}
