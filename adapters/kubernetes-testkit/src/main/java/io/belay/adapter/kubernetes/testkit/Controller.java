package io.belay.adapter.kubernetes.testkit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.CRC32;

/**
 * The controller of Deployments and the one of ReplicaSets, a step at a time: surge 1, nothing unavailable (Kubernetes,
 * {@code pkg/controller/deployment}: {@code sync.go}, {@code rolling.go}, {@code util/deployment_util.go}).
 */
final class Controller {
    static final String HASH = "pod-template-hash";
    static final String REVISION = "deployment.kubernetes.io/revision";
    private static final String HISTORY = "deployment.kubernetes.io/revision-history";
    private static final Set<String> NOT_COPIED =
            Set.of("kubectl.kubernetes.io/last-applied-configuration", REVISION, HISTORY);

    private final ClusterState state;
    private Predicate<String> readiness = _ -> true;

    Controller(ClusterState state) {
        this.state = state;
    }

    void readiness(Predicate<String> probe) {
        readiness = probe;
    }

    /** Goes on until nothing changes, 500 steps at the most. */
    void settle() {
        for (int step = 0; step < 500 && step(); step++) {}
    }

    /** One step; false where there was nothing to do. */
    boolean step() {
        var deployment = state.deployment().orElseThrow();
        var metadata = Trees.at(deployment, "metadata");
        var status = Trees.at(deployment, "status");
        var before = Trees.copy(status);
        var moved = false;
        if (!Boolean.TRUE.equals(Trees.at(deployment, "spec").get("paused"))) {
            var wanted = wanted(deployment);
            moved = roll(deployment, wanted);
            tally(deployment, wanted);
            if (!moved) {
                clean(deployment, wanted);
            }
        }
        status.put("observedGeneration", Trees.whole(metadata, "generation"));
        if (!before.equals(status)) {
            state.touch(deployment);
            return true;
        }
        return moved;
    }

    /** The ReplicaSet of the Deployment's template, made or taken up again. */
    private Map<String, Object> wanted(Map<String, Object> deployment) {
        var template = withoutHash(Trees.at(deployment, "spec", "template"));
        var found = state.sets().values().stream()
                .filter(each -> withoutHash(Trees.at(each, "spec", "template")).equals(template))
                .findFirst()
                .orElseGet(() -> make(deployment, template));
        var annotations = Trees.at(found, "metadata", "annotations");
        var others = state.sets().values().stream()
                .filter(each -> !each.equals(found))
                .mapToInt(Controller::revision)
                .max()
                .orElse(0);
        if (revision(found) <= others) {
            if (annotations.get(REVISION) instanceof String old) {
                var history = Trees.text(annotations, HISTORY);
                annotations.put(HISTORY, history.isEmpty() ? old : history + "," + old);
            }
            annotations.put(REVISION, Integer.toString(others + 1));
        }
        Trees.at(deployment, "metadata", "annotations").forEach((key, value) -> {
            if (!NOT_COPIED.contains(key)) {
                annotations.put(key, value);
            }
        });
        Trees.at(deployment, "metadata", "annotations").put(REVISION, Trees.text(annotations, REVISION));
        return found;
    }

    private Map<String, Object> make(Map<String, Object> deployment, Map<String, Object> template) {
        var metadata = Trees.at(deployment, "metadata");
        var hash = hash(template);
        var set = new LinkedHashMap<String, Object>();
        Trees.at(set, "metadata").put("name", Trees.text(metadata, "name") + "-" + hash);
        Trees.at(set, "metadata").put("creationTimestamp", state.now());
        Trees.at(set, "metadata")
                .put(
                        "ownerReferences",
                        List.of(Map.of("kind", "Deployment", "uid", Trees.text(metadata, "uid"), "controller", true)));
        var own = Trees.copy(template);
        Trees.at(own, "metadata", "labels").put(HASH, hash);
        Trees.at(set, "spec").put("template", own);
        Trees.at(set, "metadata").put("labels", Trees.copy(Trees.at(own, "metadata", "labels")));
        Trees.at(set, "spec").put("replicas", 0);
        state.sets().put(hash, set);
        return set;
    }

    private boolean roll(Map<String, Object> deployment, Map<String, Object> wanted) {
        var replicas = Trees.whole(Trees.at(deployment, "spec"), "replicas");
        if (pods(wanted) < replicas && all() <= replicas) {
            pods(wanted, pods(wanted) + 1, ready(wanted));
            return true;
        }
        if (ready(wanted) < pods(wanted) && !broken(wanted)) {
            pods(wanted, pods(wanted), ready(wanted) + 1);
            return true;
        }
        var ready = state.sets().values().stream().mapToInt(Controller::ready).sum();
        for (var old : state.sets().values()) {
            if (!old.equals(wanted) && pods(old) > 0 && (ready > replicas || ready(old) < pods(old))) {
                pods(old, pods(old) - 1, Math.min(ready(old), pods(old) - 1));
                return true;
            }
        }
        if (pods(wanted) > replicas) {
            pods(wanted, replicas, Math.min(ready(wanted), replicas));
            return true;
        }
        return false;
    }

    private void tally(Map<String, Object> deployment, Map<String, Object> wanted) {
        var status = Trees.at(deployment, "status");
        var replicas = Trees.whole(Trees.at(deployment, "spec"), "replicas");
        var ready = state.sets().values().stream().mapToInt(Controller::ready).sum();
        var progressed = progressed(status, pods(wanted), ready);
        status.put("replicas", all());
        status.put("updatedReplicas", pods(wanted));
        status.put("readyReplicas", ready);
        status.put("availableReplicas", ready);
        // calculateStatus, and "omitempty".
        if (all() > ready) {
            status.put("unavailableReplicas", all() - ready);
        } else {
            status.remove("unavailableReplicas");
        }
        var done = pods(wanted) == replicas && all() == replicas && ready == replicas;
        progressing(done ? "NewReplicaSetAvailable" : "ReplicaSetUpdated", !done && !progressed);
    }

    /** {@code DeploymentProgressing}: more of the wanted, fewer of the others, or more that are ready. */
    private boolean progressed(Map<String, Object> before, int updated, int ready) {
        var others = Trees.whole(before, "replicas") - Trees.whole(before, "updatedReplicas");
        return updated > Trees.whole(before, "updatedReplicas")
                || all() - updated < others
                || ready > Trees.whole(before, "readyReplicas");
    }

    /** {@code SetDeploymentCondition}: the same reason again changes nothing; a deadline that is over stays so until it gets on. */
    void progressing(String reason, boolean keepsLate) {
        var status = Trees.at(state.deployment().orElseThrow(), "status");
        var old = status.get("conditions") instanceof List<?> list && list.getFirst() instanceof Map<?, ?> map
                ? String.valueOf(map.get("reason"))
                : "";
        if (old.equals(reason) || (keepsLate && old.equals("ProgressDeadlineExceeded"))) {
            return;
        }
        var late = reason.equals("ProgressDeadlineExceeded");
        status.put(
                "conditions",
                new ArrayList<>(List.of(Map.of(
                        "type",
                        "Progressing",
                        "status",
                        late ? "False" : "True",
                        "reason",
                        reason,
                        "message",
                        late ? "ReplicaSet has timed out progressing." : "ReplicaSet is progressing.",
                        "lastUpdateTime",
                        state.now()))));
    }

    /** {@code cleanupDeployment}: what is above the limit and has no pods goes, the oldest revision first. */
    private void clean(Map<String, Object> deployment, Map<String, Object> wanted) {
        var spec = Trees.at(deployment, "spec");
        var limit = spec.containsKey("revisionHistoryLimit") ? Trees.whole(spec, "revisionHistoryLimit") : 10;
        var old = new ArrayList<>(state.sets().values());
        old.removeIf(each -> each.equals(wanted));
        old.sort((one, other) -> Integer.compare(revision(one), revision(other)));
        for (var each : old.subList(0, Math.max(0, old.size() - limit))) {
            if (pods(each) == 0) {
                state.sets().values().remove(each);
            }
        }
    }

    void pods(Map<String, Object> set, int pods, int ready) {
        Trees.at(set, "spec").put("replicas", pods);
        Trees.at(set, "status").put("replicas", pods);
        Trees.at(set, "status").put("readyReplicas", ready);
    }

    private int all() {
        return state.sets().values().stream().mapToInt(Controller::pods).sum();
    }

    private static int pods(Map<String, Object> set) {
        return Trees.whole(Trees.at(set, "spec"), "replicas");
    }

    private static int ready(Map<String, Object> set) {
        return Trees.whole(Trees.at(set, "status"), "readyReplicas");
    }

    private boolean broken(Map<String, Object> set) {
        var image = Manifest.image(Trees.at(set, "spec", "template"));
        return image.contains("never-ready") || !readiness.test(image);
    }

    private static int revision(Map<String, Object> set) {
        var revision = Trees.text(Trees.at(set, "metadata", "annotations"), REVISION);
        return revision.isEmpty() ? 0 : Integer.parseInt(revision);
    }

    private static Map<String, Object> withoutHash(Map<String, Object> template) {
        var copy = Trees.copy(template);
        Trees.at(copy, "metadata", "labels").remove(HASH);
        return copy;
    }

    private static String hash(Map<String, Object> template) {
        var sum = new CRC32();
        sum.update(template.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(sum.getValue() | 0x1_0000_0000L);
    }
}
