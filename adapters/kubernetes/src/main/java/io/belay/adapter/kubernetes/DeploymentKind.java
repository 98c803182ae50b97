package io.belay.adapter.kubernetes;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The kind {@code kubernetes}: a Deployment. Its cluster is reached in one of several ways, each a kind of its own whose block stands
 * in this one; where none does, it is the cluster that we run in.
 */
public final class DeploymentKind implements Kind<ReleaseTarget> {
    /** "RFC 1123 Label Names" of Kubernetes' "Object Names and IDs". */
    private static final String LABEL = "[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?";

    static final Key<Text> NAMESPACE =
            Key.text("namespace", LABEL, "The Deployment's namespace.").needed();
    static final Key<Text> DEPLOYMENT = Key.text(
                    "deployment", DeploymentName.SUBDOMAIN.pattern(), "The Deployment's name.")
            .needed();
    static final Key<String> PINS = Key.choice(
                    "pins",
                    List.of("as-written", "required"),
                    "required: a template that names an image by tag alone is no place to return to.")
            .orElse("as-written");
    static final Key<Text> CLUSTER = Key.text(
                    "cluster",
                    "[A-Za-z0-9][A-Za-z0-9._:/-]{0,99}",
                    "What people call the cluster; needed where a file names more than one.")
            .orElse(Text.of("kubernetes"));

    private final ClusterWays ways;

    /**
     * The kind.
     *
     * @param environment the process's, which names the cluster that we run in
     * @param ways to reach another cluster, such as {@link KubeConfigKind}; each is named by its own key
     */
    public DeploymentKind(Map<String, String> environment, List<Kind<ClusterSource>> ways) {
        this.ways = new ClusterWays(environment, ways);
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public Shape shape() {
        var keys = new ArrayList<Key<?>>(List.of(NAMESPACE, DEPLOYMENT, PINS, CLUSTER));
        keys.addAll(ways.keys());
        return new Shape("A Deployment of Kubernetes, put back to one of its ReplicaSets.", keys);
    }

    @Override
    public ReleaseTarget bind(Settings settings, Optional<Cloud> cloud) {
        var source = ways.of(settings, cloud);
        var name = new DeploymentName(of(settings, CLUSTER), of(settings, NAMESPACE), of(settings, DEPLOYMENT));
        return new DeploymentTarget(
                source, name, settings.get(PINS).equals("required") ? Pins.REQUIRED : Pins.AS_WRITTEN);
    }

    private static String of(Settings settings, Key<Text> key) {
        return settings.get(key).fixed(key.name()).reveal();
    }
}
