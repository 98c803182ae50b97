package io.belay.five.bailian;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Robot;
import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.testkit.TestingTime;
import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/** Where the backend is deployed: a cluster of ACK with the objects of {@code k8s/*.yaml}, and what it stands on. */
final class BailianCloud implements AutoCloseable {
    private final AliyunCloud cloud;
    private final TestingCluster cluster;

    /** @param values of the system file's variables */
    BailianCloud(TestingTime time, Map<String, String> values) throws IOException {
        cloud = new AliyunCloud(time);
        cluster = new TestingCluster(time, resource("deployment.json"));
        cluster.hold(resource("objects.json"));
        cluster.server().watch(cluster::step);
        cloud.clusters()
                .create(of(values, "BAILIAN_CLUSTER"), _ -> cluster.server().kubeconfig());
        cloud.answers().record(resource("aliyun.txt"), values);
        cloud.logs().store(of(values, "BAILIAN_LOG_STORE"), 7);
    }

    static String resource(String name) throws IOException {
        try (var in = Objects.requireNonNull(BailianCloud.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }

    private static String of(Map<String, String> values, String name) {
        return Objects.requireNonNull(values.get(name), name);
    }

    /** The names of what the Secret keeps. */
    static Set<String> keys() throws IOException {
        var keys = new LinkedHashSet<String>();
        for (var each : JsonMapper.shared().readTree(resource("objects.json")).path("items")) {
            if (each.path("kind").asString("").equals("Secret")) {
                each.path("data").properties().forEach(entry -> keys.add(entry.getKey()));
            }
        }
        return keys;
    }

    AliyunCloud aliyun() {
        return cloud;
    }

    TestingCluster cluster() {
        return cluster;
    }

    long unavailable() {
        return TestingCluster.at(cluster.deployment(), "status").get("unavailableReplicas") instanceof Number pods
                ? pods.longValue()
                : 0;
    }

    /** What the group was told, the newest last. */
    List<String> told() {
        return cloud.robot().messages().stream().map(Robot.Said::text).toList();
    }

    /** What the system file and Belay's clients name of it. */
    Map<String, String> environment() {
        var environment = new HashMap<>(cloud.environment());
        environment.put("BAILIAN_ROBOT", cloud.robotUrl());
        environment.put("BAILIAN_ROBOT_SECRET", Robot.SECRET);
        return environment;
    }

    @Override
    public void close() {
        cluster.close();
        cloud.close();
    }
}
