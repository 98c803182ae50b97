package io.belay.demo.harbor;

import static io.belay.adapter.aliyun.testkit.FunctionComputeState.ACCOUNT;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Robot;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where harbor is deployed: a small Function Compute on the loopback address whose alias says which release serves, a
 * CloudMonitor that watches its orders, and a robot that tells a group. Starts with release 1.
 */
public final class HarborCloud implements AutoCloseable {
    /** The rule that is red while orders fail. */
    public static final String RULE = "harbor-orders-fail";

    static final String FUNCTION = "harbor";
    static final String ALIAS = "prod";

    private static final String RULE_ID = "r-" + RULE;
    private static final String WATCHED = "[{\"functionName\":\"" + FUNCTION + "\"}]";

    private final AliyunCloud cloud;

    private HarborCloud(AliyunCloud cloud) {
        this.cloud = cloud;
    }

    static HarborCloud start() {
        var cloud = new AliyunCloud(InstantSource.system());
        cloud.functionCompute().create(FUNCTION);
        var started = new HarborCloud(cloud);
        started.deploy("release 1");
        cloud.cloudMonitor().rule(RULE_ID, RULE, "OK", WATCHED);
        return started;
    }

    /** The release that calls go to now. */
    public String serving() {
        return cloud.functionCompute().version(FUNCTION, ALIAS);
    }

    /** Publishes the next release and sends all calls to it, as a pipeline does; its number. */
    public String deploy(String description) {
        cloud.functionCompute().change(FUNCTION);
        var release = cloud.functionCompute().publish(FUNCTION, description);
        cloud.functionCompute().alias(FUNCTION, ALIAS, release, Map.of(), "");
        return release;
    }

    /** CloudMonitor sees orders fail. What it sends then, as a topic of MNS hands it to a function. */
    public String raise() {
        var now = Instant.now();
        cloud.cloudMonitor().log(RULE_ID, now, FUNCTION, "OK", "P2");
        cloud.cloudMonitor().rule(RULE_ID, RULE, "ALARM", WATCHED);
        var message = Map.of(
                "ruleId",
                RULE_ID,
                "ruleName",
                RULE,
                "curLevel",
                "CRITICAL",
                "preLevel",
                "OK",
                "resources",
                WATCHED,
                "namespace",
                "acs_fc",
                "metricName",
                "FunctionFunctionErrors",
                "time",
                now.toEpochMilli(),
                "userId",
                ACCOUNT);
        return Json.text(Map.of(
                "TopicOwner",
                ACCOUNT,
                "TopicName",
                "alarms",
                "Subscriber",
                ACCOUNT,
                "SubscriptionName",
                "belay",
                "MessageId",
                "2F5B3C082B923D4EAC694B76D928A1B2",
                "PublishTime",
                now.toEpochMilli(),
                "Message",
                Json.text(message)));
    }

    /** Orders are well again, as CloudMonitor sees it. */
    public void calm() {
        cloud.cloudMonitor().log(RULE_ID, Instant.now(), FUNCTION, "P2", "OK");
        cloud.cloudMonitor().rule(RULE_ID, RULE, "OK", WATCHED);
    }

    /** What the robot told the group, in its order. */
    public List<String> told() {
        return cloud.robot().messages().stream().map(Robot.Said::text).toList();
    }

    /** What its system file and Belay's clients name. */
    Map<String, String> environment() {
        var environment = new HashMap<>(cloud.environment());
        environment.put("HARBOR_ROBOT", cloud.robotUrl());
        environment.put("HARBOR_ROBOT_SECRET", Robot.SECRET);
        return environment;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
