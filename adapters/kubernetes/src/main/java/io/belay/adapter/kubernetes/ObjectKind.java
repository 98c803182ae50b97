package io.belay.adapter.kubernetes;

import io.belay.core.document.DocumentFacts;
import io.belay.core.fact.FactName;
import io.belay.core.probe.Observable;
import io.belay.core.probe.Probe;
import io.belay.core.probe.ProbeKind;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Kind;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Shape;
import io.belay.core.settings.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The kind {@code kubernetes} of a check: how an object of a cluster stands. */
public final class ObjectKind implements ProbeKind {
    /** The name of any object: "RFC 1123 Subdomain Names", or path segments as those of roles. */
    private static final String SEGMENT = "[A-Za-z0-9][-A-Za-z0-9._:]{0,252}";

    static final Key<String> OBJECT = Key.choice(
                    "object", ObjectPath.KINDS.keySet().stream().sorted().toList(), "What kind of object.")
            .needed();
    static final Key<Text> NAMESPACE = Key.text("namespace", SEGMENT, "Its namespace, where its kind has one.")
            .orElse(Text.of("default"));
    static final Key<Text> NAME = Key.text("name", SEGMENT, "Its name.").needed();

    private final ClusterWays ways;
    private final Optional<Cloud> cloud;

    /**
     * The kind.
     *
     * @param environment the process's, which names the cluster that we run in
     * @param ways to reach another cluster
     */
    public ObjectKind(Map<String, String> environment, List<Kind<ClusterSource>> ways) {
        this(new ClusterWays(environment, ways), Optional.empty());
    }

    private ObjectKind(ClusterWays ways, Optional<Cloud> cloud) {
        this.ways = ways;
        this.cloud = cloud;
    }

    @Override
    public String name() {
        return "kubernetes";
    }

    @Override
    public Shape shape() {
        var keys = new ArrayList<Key<?>>(List.of(OBJECT, NAMESPACE, NAME));
        keys.addAll(ways.keys());
        return new Shape("Reads an object of a Kubernetes cluster.", keys);
    }

    @Override
    public List<Observable> observables() {
        return DocumentFacts.observables();
    }

    @Override
    public ProbeKind in(Optional<Cloud> home) {
        return new ObjectKind(ways, home);
    }

    /** @throws SettingException where a path is malformed, or several ways to the cluster are given */
    @Override
    public Probe bind(Settings settings, Set<FactName> asked) {
        DocumentFacts.check(asked);
        var path = new ObjectPath(
                settings.get(OBJECT),
                settings.get(NAMESPACE).reveal(),
                settings.get(NAME).reveal());
        return new ObjectProbe(new KubernetesApi(ways.of(settings, cloud)), path, Set.copyOf(asked));
    }
}
