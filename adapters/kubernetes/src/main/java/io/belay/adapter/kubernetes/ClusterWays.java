package io.belay.adapter.kubernetes;

import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The ways to a cluster, each a key of a block; where a block has none, it is the cluster that we run in. */
final class ClusterWays {
    private final ClusterSource home;
    private final List<Way> ways;

    ClusterWays(Map<String, String> environment, List<Kind<ClusterSource>> ways) {
        home = new InCluster(environment);
        this.ways = ways.stream().map(Way::of).toList();
    }

    private record Way(Kind<ClusterSource> kind, Key<Settings> key) {
        static Way of(Kind<ClusterSource> kind) {
            return new Way(
                    kind, Key.block(kind.name(), kind.shape(), kind.shape().description()));
        }

        ClusterSource bind(Settings settings, Optional<Cloud> cloud) {
            try {
                return kind.bind(settings.get(key), cloud);
            } catch (SettingException wrong) {
                throw new SettingException(key.name(), wrong.key() + ": " + wrong.getMessage());
            }
        }
    }

    List<Key<Settings>> keys() {
        return ways.stream().map(Way::key).toList();
    }

    ClusterSource of(Settings settings, Optional<Cloud> cloud) {
        var given = ways.stream().filter(way -> settings.has(way.key())).toList();
        if (given.size() > 1) {
            throw new SettingException(
                    given.getLast().key().name(),
                    "one way to the cluster; " + given.getFirst().key().name() + " stands there already");
        }
        return given.isEmpty() ? home : given.getFirst().bind(settings, cloud);
    }
}
