package io.belay.adapter.aliyun.testkit;

import io.belay.adapter.aliyun.testkit.AliyunCloud.Reply;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * Clusters of Container Service 2015-12-15, and their kubeconfigs. (API reference, "DescribeClusterUserKubeconfig".) Thread-safe.
 */
public final class ClustersState {
    static final String VERSION = "2015-12-15";

    private static final Pattern PATH = Pattern.compile("/k8s/([^/]+)/user_config");

    private final Map<String, UnaryOperator<String>> clusters = new ConcurrentHashMap<>();
    private final InstantSource clock;

    ClustersState(InstantSource clock) {
        this.clock = clock;
    }

    /**
     * A cluster.
     *
     * @param kubeconfig makes the text of one out of {@code internet} or {@code intranet}, the network it is asked for
     */
    public void create(String cluster, UnaryOperator<String> kubeconfig) {
        clusters.put(cluster, kubeconfig);
    }

    Reply answer(Received request) {
        var match = PATH.matcher(request.path());
        if (!match.matches() || !request.method().equals("GET")) {
            throw new Refusal(404, "InvalidAction.NotFound", request.path());
        }
        var kubeconfig = Optional.ofNullable(clusters.get(Percent.decoded(match.group(1))))
                .orElseThrow(() -> new Refusal(404, "ErrorClusterNotFound", "Cluster not found."));
        var parameters = request.parameters();
        var minutes = Long.parseLong(parameters.getOrDefault("TemporaryDurationMinutes", "0"));
        // "Valid values: 15 to 4320 (3 days)"; without it, one that lasts for years.
        if (minutes != 0 && (minutes < 15 || minutes > 4_320)) {
            throw new Refusal(400, "InvalidParameter", "TemporaryDurationMinutes is out of range");
        }
        var network = parameters.getOrDefault("PrivateIpAddress", "false").equals("true") ? "intranet" : "internet";
        var expires = clock.instant().plus(minutes == 0 ? Duration.ofDays(1_095) : Duration.ofMinutes(minutes));
        return Reply.ok(Map.of("config", kubeconfig.apply(network), "expiration", expires.toString()));
    }
}
