package io.belay.adapter.aliyun.alarms;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Severity;
import io.belay.core.alarm.AlarmStore;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Id;
import io.belay.core.alarm.Kind;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.testkit.AlarmStoreContract;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Of every kind: groups of contacts, rules on a metric, on what is computed, and on several conditions. */
class CloudMonitorStoreContractTest extends AlarmStoreContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    @BeforeEach
    void stands() {
        Site.metrics(cloud);
        cloud.cloudMonitor().contacts().contact("lucy", "theirs", "Mail", "lucy@example.com");
        cloud.cloudMonitor().contacts().group("theirs", "", List.of("lucy"));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    protected AlarmStore store() {
        return new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION, Site.reach(cloud));
    }

    @Override
    protected AlarmStore other() {
        return store();
    }

    @Override
    protected List<Resource> wanted() {
        return List.of(
                Site.ONCALL,
                Site.MAIL,
                Site.errors(),
                Site.alarm(
                        "throttles",
                        Site.metric("FunctionConcurrencyThrottles", Statistic.SUM),
                        "0.5",
                        List.of(Site.MAIL)),
                Site.alarm(
                        "error rate",
                        Measure.Of.only(Signal.FUNCTION_ERROR_RATE, "serve", Statistic.AVERAGE),
                        "5",
                        List.of(Site.MAIL)),
                new Composite(
                        "errors and throttles",
                        "both",
                        new Rule.All(List.of(new Rule.Red("errors of serve"), new Rule.Red("throttles"))),
                        Severity.WARNING,
                        List.of(Site.MAIL),
                        true,
                        Optional.empty()));
    }

    @Override
    protected void foreign(Resource wanted) {
        switch (wanted.kind()) {
            case RECEIVER -> cloud.cloudMonitor().contacts().group(wanted.name(), "", List.of("lucy"));
            case ALARM -> rule(wanted, Map.of("Escalations.Info.Threshold", "1", "Escalations.Info.Times", "1"));
            default ->
                rule(
                        wanted,
                        Map.of(
                                "CompositeExpression",
                                "{\"Level\":\"WARN\",\"Times\":2,\"ExpressionListJoin\":\"||\",\"ExpressionList\":[{\"MetricName\":\"FunctionFunctionErrors\",\"Statistics\":\"Sum\",\"ComparisonOperator\":\"GreaterThanThreshold\",\"Threshold\":\"9\",\"Period\":60}]}"));
        }
    }

    private void rule(Resource wanted, Map<String, String> more) {
        var parameters = new TreeMap<>(more);
        parameters.put("RuleId", "console-" + wanted.name());
        parameters.put("RuleName", wanted.name());
        parameters.put("Namespace", "acs_fc");
        parameters.put("MetricName", "FunctionFunctionErrors");
        parameters.put("Resources", "[{\"functionName\":\"other\"}]");
        parameters.put("ContactGroups", "theirs");
        cloud.cloudMonitor().rule(parameters);
    }

    @Override
    protected void byHand(Id id) {
        var rule = RuleName.id(OWNER, id.name());
        if (id.kind() == Kind.RECEIVER) {
            cloud.cloudMonitor().contacts().group(id.name(), "[belay shop/prod]", List.of("lucy"));
        } else {
            cloud.cloudMonitor().change(rule, "SilenceTime", "77");
        }
    }

    @Override
    protected int writes() {
        return (int) cloud.actions().stream()
                .filter(each -> !each.startsWith("Describe"))
                .count();
    }
}
