package io.belay.adapter.aws;

import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;

/** A name of something on AWS as a block gives it. */
final class AwsName {
    private AwsName() {}

    static Key<Text> key(String name, String like, String description) {
        return Key.text(name, like, description).needed();
    }

    static String of(Settings settings, Key<Text> key) {
        return settings.get(key).fixed(key.name()).reveal();
    }
}
