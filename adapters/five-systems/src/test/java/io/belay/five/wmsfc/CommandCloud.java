package io.belay.five.wmsfc;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.adapter.aliyun.testkit.Robot;
import io.belay.core.testkit.TestingTime;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Where the command service is deployed: its function's image says which release answers, and its network stands as it should. */
final class CommandCloud implements AutoCloseable {
    static final String FUNCTION = "command-service";

    private final AliyunCloud cloud;
    private final TestingTime time;

    /** With release {@code first}; {@code values} are of the system file's variables. */
    CommandCloud(TestingTime time, Map<String, String> values, Release first) throws IOException {
        this.time = time;
        cloud = new AliyunCloud(time);
        cloud.functionCompute().create(FUNCTION, first.image());
        cloud.functionCompute().described(FUNCTION, """
                { "runtime": "custom-container", "memorySize": 1024, "timeout": 300, "diskSize": 512, "cpu": 1, "internetAccess": true,
                  "vpcConfig": { "vpcId": "%s", "securityGroupId": "%s", "vSwitchIds": [ "%s" ] },
                  "logConfig": { "project": "wms-logs", "logstore": "wms-command", "enableRequestMetrics": true } }
                """.formatted(
                        values.getOrDefault("WMS_VPC", ""),
                        values.getOrDefault("WMS_SECURITY_GROUP", ""),
                        values.getOrDefault("WMS_VSWITCH", "")));
        for (var each : List.of("DB_HOST DB_PORT DB_USER DB_PASSWORD DB_NAME NODE_ENV LOG_LEVEL JWT_SECRET CORS_ORIGIN"
                .split(" ", -1))) {
            cloud.functionCompute().variable(FUNCTION, each, "of the service alone");
        }
        var recorded = new HashMap<>(values);
        recorded.put("BACKUP", time.instant().minus(Duration.ofHours(5)).toString());
        cloud.answers().record(CommandDatabase.resource("aliyun.txt"), recorded);
        cloud.logs().store("wms-command", 7);
    }

    AliyunCloud aliyun() {
        return cloud;
    }

    /** What answers now. */
    Release serving() {
        return Release.of(cloud.functionCompute().image(FUNCTION).orElseThrow());
    }

    /** The pipeline puts {@code release} in. */
    void deploy(Release release) {
        cloud.functionCompute().deployImage(FUNCTION, release.image());
    }

    /** What the group was told, the newest last. */
    List<String> told() {
        return cloud.robot().messages().stream().map(Robot.Said::text).toList();
    }

    /** The rule that counts errors, as an alarm in a topic of MNS hands it to a function. (Help 27482, 119889.) */
    byte[] delivery() {
        var rule = cloud.cloudMonitor().rules().values().stream()
                .filter(each -> each.getOrDefault("RuleName", "").endsWith(FUNCTION + "_errors"))
                .findFirst()
                .orElseThrow();
        var now = time.instant().toEpochMilli();
        var message = Map.of(
                "ruleId",
                rule.getOrDefault("RuleId", ""),
                "ruleName",
                rule.getOrDefault("RuleName", ""),
                "curLevel",
                "CRITICAL",
                "preLevel",
                "OK",
                "resources",
                rule.getOrDefault("Resources", ""),
                "namespace",
                "acs_fc",
                "metricName",
                "FunctionFunctionErrors",
                "time",
                now,
                "userId",
                FunctionComputeState.ACCOUNT);
        return JsonMapper.shared()
                .writeValueAsBytes(Map.of(
                        "TopicOwner",
                        FunctionComputeState.ACCOUNT,
                        "TopicName",
                        "alarms",
                        "Subscriber",
                        FunctionComputeState.ACCOUNT,
                        "SubscriptionName",
                        "belay",
                        "MessageId",
                        "2F5B3C082B923D4EAC694B76D928A1B2",
                        "PublishTime",
                        now,
                        "Message",
                        JsonMapper.shared().writeValueAsString(message)));
    }

    /** What the system file and Belay's clients name of it. */
    Map<String, String> environment() {
        var environment = new HashMap<>(cloud.environment());
        environment.put("WMS_ROBOT", cloud.robotUrl());
        environment.put("WMS_ROBOT_SECRET", Robot.SECRET);
        return environment;
    }

    @Override
    public void close() {
        cloud.close();
    }
}
