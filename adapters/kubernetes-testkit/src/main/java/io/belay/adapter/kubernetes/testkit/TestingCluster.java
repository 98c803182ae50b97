package io.belay.adapter.kubernetes.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * A cluster with one Deployment: {@code shop/api}, three replicas of a container, as {@code kubectl apply} would leave it, or the one
 * of a manifest. What people and the controller do to it past the wire stands here. Other objects are held as they are.
 */
public final class TestingCluster implements AutoCloseable {
    /** The namespace of its Deployment. */
    public static final String NAMESPACE = "shop";

    /** The name of its Deployment. */
    public static final String NAME = "api";

    private final ClusterState state;
    private final Controller controller;
    private final ApiServer server;

    private final Manifest manifest;

    /** A cluster that listens on loopback, and to which nothing was deployed. */
    public TestingCluster(InstantSource clock) {
        this(clock, Manifest.SHOP);
    }

    /**
     * The same, whose Deployment is that of {@code manifest}.
     *
     * @param manifest in JSON, with every default that an API server fills in and that somebody is to read; each deploy puts another
     *     image into its first container
     */
    public TestingCluster(InstantSource clock, String manifest) {
        this(clock, Manifest.of(manifest));
    }

    private TestingCluster(InstantSource clock, Manifest manifest) {
        this.manifest = manifest;
        state = new ClusterState(clock);
        controller = new Controller(state);
        try {
            server = new ApiServer(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), state, this);
        } catch (IOException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** The server's side: address, credentials, permissions and mishaps. */
    public ApiServer server() {
        return server;
    }

    /** Somebody applies {@code image}, and it is rolled out as far as it goes. @return the hash of its ReplicaSet */
    public synchronized String deploy(String image) {
        apply(image);
        controller.settle();
        return current();
    }

    /** Somebody applies {@code image}, and the controller has not looked yet. */
    public synchronized void apply(String image) {
        if (state.deployment().isEmpty()) {
            state.put(manifest.fresh(state.now()));
        }
        change(deployment -> Trees.at(deployment, "spec").put("template", manifest.template(image)));
    }

    /** Somebody applies an object of another kind, or several in a list; in JSON, and with the status that it is to have. */
    public synchronized void hold(String json) {
        state.held().put(json);
    }

    /** From now on a pod is ready where its image's readiness probe passes; one whose image says {@code never-ready} is not. */
    public synchronized void readiness(Predicate<String> probe) {
        controller.readiness(probe);
    }

    /** How many pods are ready, by image; a Service spreads its calls over them. */
    public synchronized Map<String, Integer> ready() {
        var ready = new LinkedHashMap<String, Integer>();
        for (var set : state.sets().values()) {
            var pods = Trees.whole(Trees.at(set, "status"), "readyReplicas");
            if (pods > 0) {
                ready.merge(Manifest.image(Trees.at(set, "spec", "template")), pods, Integer::sum);
            }
        }
        return ready;
    }

    /** Somebody changes the Deployment in any way. */
    public synchronized void change(Consumer<Map<String, Object>> by) {
        var deployment = state.deployment().orElseThrow();
        by.accept(deployment);
        var metadata = Trees.at(deployment, "metadata");
        metadata.put("generation", Trees.whole(metadata, "generation") + 1);
        state.touch(deployment);
    }

    /** Somebody sets one field of its spec, and the controller acts on it. */
    public synchronized void set(String field, Object value) {
        change(deployment -> Trees.at(deployment, "spec").put(field, value));
        controller.settle();
    }

    /** Its controller goes on as far as it can. */
    public synchronized void settle() {
        controller.settle();
    }

    /** Its controller does one step. */
    public synchronized boolean step() {
        return controller.step();
    }

    /** The rollout has taken longer than {@code progressDeadlineSeconds}. */
    public synchronized void late() {
        controller.progressing("ProgressDeadlineExceeded", false);
        state.touch(state.deployment().orElseThrow());
    }

    /** So many pods of one ReplicaSet, all ready, whatever the rollout says. */
    public synchronized void pods(String hash, int ready) {
        controller.pods(state.set(hash), ready, ready);
        state.touch(state.deployment().orElseThrow());
    }

    /** What {@code kubectl rollout undo} does: template and annotations of the ReplicaSet replace the Deployment's. */
    public synchronized void undo(String hash) {
        var set = state.set(hash);
        change(deployment -> {
            var template = Trees.copy(Trees.at(set, "spec", "template"));
            Trees.at(template, "metadata", "labels").remove(Controller.HASH);
            Trees.at(deployment, "spec").put("template", template);
            var annotations = Trees.at(deployment, "metadata", "annotations");
            annotations.keySet().removeIf(key -> !key.equals(Controller.REVISION));
            Trees.at(set, "metadata", "annotations").forEach((key, value) -> {
                if (!key.startsWith("deployment.kubernetes.io/")) {
                    annotations.put(key, value);
                }
            });
        });
        controller.settle();
    }

    /** A ReplicaSet that waits for its finalizers. */
    public synchronized void dying(String hash) {
        Trees.at(state.set(hash), "metadata").put("deletionTimestamp", state.now());
    }

    /** A ReplicaSet that looks like the Deployment's and is somebody else's. */
    public synchronized void stranger(String hash, String image) {
        var set = Trees.copy(state.sets().values().iterator().next());
        Trees.at(set, "metadata").put("ownerReferences", List.of(Map.of("uid", "another", "controller", true)));
        Trees.at(set, "metadata", "labels").put(Controller.HASH, hash);
        Trees.at(set, "spec").put("template", manifest.template(image));
        controller.pods(set, 5, 5);
        state.sets().put(hash, set);
    }

    /** The hash of the ReplicaSet that the Deployment wants. */
    public synchronized String current() {
        return state.sets().entrySet().stream()
                .max((one, other) -> Integer.compare(number(one.getValue()), number(other.getValue())))
                .orElseThrow()
                .getKey();
    }

    /** The Deployment as it stands, a copy. */
    public synchronized Map<String, Object> deployment() {
        return Trees.copy(state.deployment().orElseThrow());
    }

    /** One of its ReplicaSets as it stands, a copy. */
    public synchronized Map<String, Object> set(String hash) {
        return Trees.copy(state.set(hash));
    }

    /** The member of {@code tree} under {@code path}, made where it is missing. */
    public static Map<String, Object> at(Map<String, Object> tree, String... path) {
        return Trees.at(tree, path);
    }

    @Override
    public void close() {
        server.close();
    }

    private static int number(Map<String, Object> set) {
        return Integer.parseInt(Trees.text(Trees.at(set, "metadata", "annotations"), Controller.REVISION));
    }
}
