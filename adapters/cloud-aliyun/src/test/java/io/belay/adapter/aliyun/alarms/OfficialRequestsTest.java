package io.belay.adapter.aliyun.alarms;

import com.aliyun.cms20190101.models.DeleteMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.DeleteMetricRulesRequest;
import com.aliyun.cms20190101.models.DescribeMetricMetaListRequest;
import com.aliyun.cms20190101.models.DescribeMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.EnableMetricRulesRequest;
import com.aliyun.cms20190101.models.PutMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.PutResourceMetricRuleRequest;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Severity;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store asks, asked by the official client: method, path, parameters and content are the same to the letter. */
class OfficialRequestsTest {
    private static final Owner OWNER = new Owner("shop", "prod");
    private static final String ERRORS = RuleName.id(OWNER, "errors of serve");

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final CloudMonitorStore store = new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION, Site.reach(cloud));
    private final Official official = new Official(cloud);
    private final RuleCalls rules = new RuleCalls(Cloud.monitor(cloud));

    @BeforeEach
    void stands() {
        Site.metrics(cloud);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private Canonical form(Resource... wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), Official.soon())
                .getLast()
                .form()
                .orElseThrow();
    }

    private void put(String id, Canonical form) throws InterruptedException {
        rules.write(new RuleWriting(id, OWNER).put(form), Official.soon());
    }

    private static PutResourceMetricRuleRequest rule(String id, String name, String period) {
        return new PutResourceMetricRuleRequest()
                .setRuleId(id)
                .setRuleName(name)
                .setNamespace("acs_fc")
                .setMetricName("FunctionFunctionErrors")
                .setResources("[{\"functionName\":\"serve\",\"region\":\"cn-hangzhou\"}]")
                .setPeriod(period)
                .setSilenceTime(3600)
                .setNoDataPolicy("OK")
                .setEffectiveInterval("00:00-23:59");
    }

    private static PutResourceMetricRuleRequest.PutResourceMetricRuleRequestLabels label(String key, String value) {
        return new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestLabels()
                .setKey(key)
                .setValue(value);
    }

    @Test
    void aRule() throws Exception {
        var form = form(Site.errors());
        var critical = new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestEscalationsCritical()
                .setStatistics("Sum")
                .setComparisonOperator("GreaterThanThreshold")
                .setThreshold("5")
                .setTimes(3);
        official.same(
                "PutResourceMetricRule",
                () -> put("console-1", form),
                () -> official.client()
                        .putResourceMetricRule(rule("console-1", "errors of serve", "300")
                                .setContactGroups("on call")
                                .setWebhook("https://hooks.example.com/secret?a=1&b=2")
                                .setLabels(List.of(
                                        label("belay_owner", "shop/prod"),
                                        label("description", "calls fail: \"look\" at 中")))
                                .setEscalations(
                                        new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestEscalations()
                                                .setCritical(critical))));
    }

    @Test
    void aRuleThatComputes() throws Exception {
        var form = form(Site.alarm(
                "error rate",
                Measure.Of.only(Signal.FUNCTION_ERROR_RATE, "serve", Statistic.SUM),
                "5",
                List.of(Site.MAIL)));
        var id = RuleName.id(OWNER, "error rate");
        var expression = new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestCompositeExpression()
                .setExpressionRaw("100 * @FunctionFunctionErrors[300].$Sum / @FunctionTotalInvocations[300].$Sum > 5")
                .setLevel("CRITICAL")
                .setTimes(3);
        official.same(
                "PutResourceMetricRule",
                () -> put(id, form),
                () -> official.client()
                        .putResourceMetricRule(rule(id, "error rate", "300")
                                .setContactGroups("mail")
                                .setWebhook("")
                                .setLabels(List.of(label("description", "calls fail: \"look\" at 中")))
                                .setCompositeExpression(expression)));
    }

    @Test
    void aRuleOnSeveralMetrics() throws Exception {
        var form = form(
                Site.errors(),
                new Composite(
                        "both",
                        "",
                        new Rule.Any(List.of(new Rule.Red("errors of serve"))),
                        Severity.WARNING,
                        List.of(Site.MAIL),
                        true,
                        Optional.empty()));
        var id = RuleName.id(OWNER, "both");
        var expression = new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestCompositeExpression()
                .setExpressionList(List.of(
                        new PutResourceMetricRuleRequest.PutResourceMetricRuleRequestCompositeExpressionExpressionList()
                                .setMetricName("FunctionFunctionErrors")
                                .setStatistics("Sum")
                                .setComparisonOperator("GreaterThanThreshold")
                                .setThreshold("5")
                                .setPeriod(300L)))
                .setExpressionListJoin("||")
                .setLevel("WARN")
                .setTimes(3);
        var expected = rule(id, "both", "300")
                .setContactGroups("mail")
                .setWebhook("")
                .setSilenceTime(86400)
                .setCompositeExpression(expression);
        expected.setPeriod(null);
        official.same(
                "PutResourceMetricRule",
                () -> put(id, form),
                () -> official.client().putResourceMetricRule(expected));
    }

    @Test
    void targets() throws Exception {
        var targets = new RuleWriting(ERRORS, OWNER)
                .targets(List.of(Site.QUEUE), Severity.CRITICAL)
                .orElseThrow();
        official.same(
                "PutMetricRuleTargets",
                () -> rules.write(targets, Official.soon()),
                () -> official.client()
                        .putMetricRuleTargets(new PutMetricRuleTargetsRequest()
                                .setRuleId(ERRORS)
                                .setTargets(List.of(new PutMetricRuleTargetsRequest.PutMetricRuleTargetsRequestTargets()
                                        .setId("1")
                                        .setArn(Site.QUEUE)
                                        .setLevel("CRITICAL")))));
        official.same(
                "DeleteMetricRuleTargets",
                () -> rules.deleteTargets(ERRORS, List.of("1", "2"), Official.soon()),
                () -> official.client()
                        .deleteMetricRuleTargets(new DeleteMetricRuleTargetsRequest()
                                .setRuleId(ERRORS)
                                .setTargetIds(List.of("1", "2"))));
        cloud.cloudMonitor().rule("r", "r", "OK", "[]");
        official.same(
                "DescribeMetricRuleTargets",
                () -> rules.byId(List.of("r"), Official.soon()),
                () -> official.client()
                        .describeMetricRuleTargets(new DescribeMetricRuleTargetsRequest().setRuleId("r")));
    }

    @Test
    void whatIsDoneWithRulesThatAreThere() throws Exception {
        official.same(
                "DeleteMetricRules",
                () -> rules.delete(List.of("a", "b"), Official.soon()),
                () -> official.client().deleteMetricRules(new DeleteMetricRulesRequest().setId(List.of("a", "b"))));
        official.same(
                "EnableMetricRules",
                () -> rules.enable("a", Official.soon()),
                () -> official.client().enableMetricRules(new EnableMetricRulesRequest().setRuleId(List.of("a"))));
        official.same(
                "DescribeMetricMetaList",
                () -> new Metas(Cloud.monitor(cloud), Official.soon()).of(Site.metric("x", Statistic.SUM)),
                () -> official.client()
                        .describeMetricMetaList(new DescribeMetricMetaListRequest()
                                .setNamespace("acs_fc")
                                .setMetricName("x")
                                .setPageNumber(1)
                                .setPageSize(100)));
    }
}
