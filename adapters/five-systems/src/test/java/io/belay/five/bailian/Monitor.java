package io.belay.five.bailian;

import io.belay.adapter.aliyun.testkit.CloudMonitorState;
import io.belay.core.testkit.TestingTime;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** What CloudMonitor measures of the cluster and of the balancer, minute by minute, and the rules that turn by it. */
final class Monitor {
    static final String ERRORS = "bailian-errors";
    static final String PODS_MISSING = "bailian-pods-missing";

    private static final String FAILED = "ServerGroupHTTPCode5XX";
    private static final String UNAVAILABLE = "deployment.pod.unavailable";

    private final CloudMonitorState monitor;
    private final TestingTime time;
    private final String cluster;
    private final LongSupplier failed;
    private final LongSupplier unavailable;
    private final Map<String, List<Long>> measured =
            new HashMap<>(Map.of(FAILED, new ArrayList<>(), UNAVAILABLE, new ArrayList<>()));
    private long before;

    /**
     * Begins to measure.
     *
     * @param failed calls so far
     * @param unavailable pods now
     */
    Monitor(
            CloudMonitorState monitor,
            TestingTime time,
            String cluster,
            LongSupplier failed,
            LongSupplier unavailable) {
        this.monitor = monitor;
        this.time = time;
        this.cluster = cluster;
        this.failed = failed;
        this.unavailable = unavailable;
        for (var each : List.of("deployment.cpu.utilization", "deployment.memory.utilization", UNAVAILABLE)) {
            monitor.metric("acs_k8s", each, "Average,Minimum,Maximum", "60");
        }
        monitor.metric("acs_alb", FAILED, "Value", "60");
    }

    /** A minute goes by. */
    void minute() {
        var whole = failed.getAsLong();
        series(FAILED).add(whole - before);
        series(UNAVAILABLE).add(unavailable.getAsLong());
        before = whole;
        var dimensions =
                "{\"cluster\":\"%s\",\"namespace\":\"bailian-prod\",\"app\":\"bailian-backend\"}".formatted(cluster);
        for (var each : List.of("deployment.cpu.utilization", "deployment.memory.utilization")) {
            monitor.measured(each, dimensions, time.instant(), "Average", BigDecimal.valueOf(41));
        }
        time.advance(Duration.ofMinutes(1));
        monitor.rules().forEach(this::judge);
    }

    private List<Long> series(String metric) {
        return measured.computeIfAbsent(metric, _ -> new ArrayList<>());
    }

    /** Red where as many of the last minutes as the rule says were above its threshold. */
    private void judge(String id, Map<String, String> rule) {
        var values = series(rule.getOrDefault("MetricName", ""));
        var times = Integer.parseInt(rule.getOrDefault("Escalations.Critical.Times", "1"));
        var most = new BigDecimal(rule.getOrDefault("Escalations.Critical.Threshold", "0"));
        var last = values.subList(Math.max(0, values.size() - times), values.size());
        var red = last.size() == times
                && last.stream().allMatch(each -> BigDecimal.valueOf(each).compareTo(most) > 0);
        monitor.turn(id, rule.getOrDefault("Resources", ""), red ? "ALARM" : "OK");
    }
}
