package io.belay.adapter.kubernetes.testkit;

import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One Deployment and its ReplicaSets as the API server keeps them, and the one number that grows with every change. */
final class ClusterState {
    private final InstantSource clock;
    private final Map<String, Map<String, Object>> sets = new LinkedHashMap<>();
    private final Held held = new Held();
    private Optional<Map<String, Object>> deployment = Optional.empty();
    private long version = 1_000;

    ClusterState(InstantSource clock) {
        this.clock = clock;
    }

    String now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Another version of {@code object}. */
    void touch(Map<String, Object> object) {
        Trees.at(object, "metadata").put("resourceVersion", Long.toString(++version));
    }

    Optional<Map<String, Object>> deployment() {
        return deployment;
    }

    Map<String, Object> deployment(String namespace, String name) {
        return deployment
                .filter(each -> Trees.text(Trees.at(each, "metadata"), "name").equals(name)
                        && Trees.text(Trees.at(each, "metadata"), "namespace").equals(namespace))
                .orElseThrow(() -> Refused.missing("deployments.apps", name));
    }

    void put(Map<String, Object> made) {
        touch(made);
        deployment = Optional.of(made);
    }

    /** What else there is. */
    Held held() {
        return held;
    }

    /** The ReplicaSets by hash, the oldest first. */
    Map<String, Map<String, Object>> sets() {
        return sets;
    }

    Map<String, Object> set(String hash) {
        return Optional.ofNullable(sets.get(hash)).orElseThrow();
    }

    List<Map<String, Object>> list(String selector) {
        var all = new ArrayList<>(sets.values());
        all.removeIf(each -> !Selector.matches(selector, Trees.at(each, "metadata", "labels")));
        return all;
    }

    /** What a PATCH does; {@code 409} where the patch names another version than the one there is. */
    Map<String, Object> patch(String namespace, String name, Map<String, @Nullable Object> patch) {
        var before = deployment(namespace, name);
        var after = Trees.merged(Trees.copy(before), patch);
        var metadata = Trees.at(after, "metadata");
        if (!Trees.text(metadata, "resourceVersion")
                .equals(Trees.text(Trees.at(before, "metadata"), "resourceVersion"))) {
            throw new Refused(
                    409,
                    "Conflict",
                    "Operation cannot be fulfilled on deployments.apps \"" + name
                            + "\": the object has been modified; please apply your changes to the latest version and try again");
        }
        Validation.check(name, before, after);
        // The status is a resource of its own.
        after.put("status", Trees.at(before, "status"));
        if (!after.equals(before)) {
            // deploymentStrategy.PrepareForUpdate: a change of spec or annotations is a generation.
            metadata.put("generation", Trees.whole(metadata, "generation") + 1);
            put(after);
        }
        return after;
    }
}
