package io.belay.adapter.kubernetes.testkit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * A cluster with one Deployment, {@code shop/api}: three replicas of a container, as {@code kubectl apply} would leave it. What
 * people and the controller do to it past the wire stands here.
 */
public final class TestingCluster implements AutoCloseable {
    /** The namespace of its Deployment. */
    public static final String NAMESPACE = "shop";

    /** The name of its Deployment. */
    public static final String NAME = "api";

    private final ClusterState state;
    private final Controller controller;
    private final ApiServer server;

    /** A cluster that listens on loopback, and to which nothing was deployed. */
    public TestingCluster(InstantSource clock) {
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
            state.put(fresh());
        }
        change(deployment -> Trees.at(deployment, "spec").put("template", template(image)));
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
        Trees.at(set, "spec").put("template", template(image));
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

    private Map<String, Object> fresh() {
        var deployment = new LinkedHashMap<String, Object>();
        deployment.put("apiVersion", "apps/v1");
        deployment.put("kind", "Deployment");
        var metadata = Trees.at(deployment, "metadata");
        metadata.put("name", NAME);
        metadata.put("namespace", NAMESPACE);
        metadata.put("uid", UUID.randomUUID().toString());
        metadata.put("generation", 1);
        metadata.put("creationTimestamp", state.now());
        Trees.at(deployment, "spec", "selector", "matchLabels").put("app", NAME);
        Trees.at(deployment, "spec").put("replicas", 3);
        return deployment;
    }

    private static Map<String, Object> template(String image) {
        var template = new LinkedHashMap<String, Object>();
        Trees.at(template, "metadata", "labels").put("app", NAME);
        var port = new LinkedHashMap<String, Object>(Map.of("containerPort", 8080, "protocol", "TCP"));
        var container =
                new LinkedHashMap<String, Object>(Map.of("name", "main", "image", image, "ports", List.of(port)));
        Trees.at(template, "spec").put("containers", List.of(container));
        return template;
    }
}
