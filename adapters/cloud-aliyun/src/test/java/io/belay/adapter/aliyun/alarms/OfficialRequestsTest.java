package io.belay.adapter.aliyun.alarms;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.cms20190101.Client;
import com.aliyun.cms20190101.models.DeleteContactGroupRequest;
import com.aliyun.cms20190101.models.DeleteContactRequest;
import com.aliyun.cms20190101.models.DeleteMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.DeleteMetricRulesRequest;
import com.aliyun.cms20190101.models.DescribeContactGroupListRequest;
import com.aliyun.cms20190101.models.DescribeContactListRequest;
import com.aliyun.cms20190101.models.DescribeMetricMetaListRequest;
import com.aliyun.cms20190101.models.DescribeMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.EnableMetricRulesRequest;
import com.aliyun.cms20190101.models.PutContactGroupRequest;
import com.aliyun.cms20190101.models.PutContactRequest;
import com.aliyun.cms20190101.models.PutMetricRuleTargetsRequest;
import com.aliyun.cms20190101.models.PutResourceMetricRuleRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Received;
import io.belay.core.Deadline;
import io.belay.core.Severity;
import io.belay.core.alarm.Canonical;
import io.belay.core.alarm.Channel;
import io.belay.core.alarm.Composite;
import io.belay.core.alarm.Measure;
import io.belay.core.alarm.Owner;
import io.belay.core.alarm.Resource;
import io.belay.core.alarm.Rule;
import io.belay.core.alarm.Signal;
import io.belay.core.alarm.Statistic;
import io.belay.core.settings.Text;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the store asks, asked by the official client: method, path, parameters and content are the same to the letter. */
class OfficialRequestsTest {
    private static final Owner OWNER = new Owner("shop", "prod");
    private static final String ERRORS = RuleName.id(OWNER, "errors of serve");

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final CloudMonitorStore store = new CloudMonitorStore(Cloud.monitor(cloud), Site.REGION);
    private final ContactCalls contacts = new ContactCalls(Cloud.monitor(cloud));
    private final RuleCalls rules = new RuleCalls(Cloud.monitor(cloud));

    @BeforeEach
    void stands() {
        Site.metrics(cloud);
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private interface Call {
        void run() throws Exception;
    }

    private static Deadline soon() {
        return Cloud.soon(InstantSource.system());
    }

    private Client official() throws Exception {
        return new Client(new Config()
                .setAccessKeyId(AliyunCloud.KEY_ID)
                .setAccessKeySecret(AliyunCloud.SECRET)
                .setSecurityToken(AliyunCloud.TOKEN)
                .setEndpoint("127.0.0.1:" + cloud.endpoint().getPort())
                .setProtocol("HTTP"));
    }

    private Received sent(String action, Call call) throws Exception {
        cloud.forget();
        try {
            call.run();
        } catch (TeaException | io.belay.core.PortException _) {
            // What it is answered is of no matter here.
        }
        return cloud.received().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private void same(String action, Call ours, Call theirs) throws Exception {
        var our = sent(action, ours);
        var their = sent(action, theirs);
        assertThat(our.method()).isEqualTo(their.method());
        assertThat(our.path()).isEqualTo(their.path());
        assertThat(our.body()).isEqualTo(their.body());
        assertThat(our.header("x-acs-version")).isEqualTo(their.header("x-acs-version"));
        assertThat(plain(our)).isEqualTo(plain(their));
    }

    /** One parameter is JSON, in which the order of members says nothing. */
    private static Map<String, Object> plain(Received request) {
        var parameters = new TreeMap<String, Object>(request.parameters());
        parameters.computeIfPresent(
                "CompositeExpression",
                (_, json) -> Json.read(json.toString()).orElseThrow().members());
        return parameters;
    }

    private Canonical form(Resource... wanted) throws InterruptedException {
        return store.canonical(OWNER, List.of(wanted), soon()).getLast().form().orElseThrow();
    }

    private void put(String id, Canonical form) throws InterruptedException {
        rules.write(new RuleWriting(id, OWNER).put(form), soon());
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
        same(
                "PutResourceMetricRule",
                () -> put("console-1", form),
                () -> official()
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
        same(
                "PutResourceMetricRule",
                () -> put(id, form),
                () -> official()
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
        same("PutResourceMetricRule", () -> put(id, form), () -> official().putResourceMetricRule(expected));
    }

    @Test
    void targets() throws Exception {
        var targets = new RuleWriting(ERRORS, OWNER)
                .targets(List.of(Site.QUEUE), Severity.CRITICAL)
                .orElseThrow();
        same(
                "PutMetricRuleTargets",
                () -> rules.write(targets, soon()),
                () -> official()
                        .putMetricRuleTargets(new PutMetricRuleTargetsRequest()
                                .setRuleId(ERRORS)
                                .setTargets(List.of(new PutMetricRuleTargetsRequest.PutMetricRuleTargetsRequestTargets()
                                        .setId("1")
                                        .setArn(Site.QUEUE)
                                        .setLevel("CRITICAL")))));
        same(
                "DeleteMetricRuleTargets",
                () -> rules.deleteTargets(ERRORS, List.of("1", "2"), soon()),
                () -> official()
                        .deleteMetricRuleTargets(new DeleteMetricRuleTargetsRequest()
                                .setRuleId(ERRORS)
                                .setTargetIds(List.of("1", "2"))));
        cloud.cloudMonitor().rule("r", "r", "OK", "[]");
        same(
                "DescribeMetricRuleTargets",
                () -> rules.byId(List.of("r"), soon()),
                () -> official().describeMetricRuleTargets(new DescribeMetricRuleTargetsRequest().setRuleId("r")));
    }

    @Test
    void whatIsDoneWithRulesThatAreThere() throws Exception {
        same(
                "DeleteMetricRules",
                () -> rules.delete(List.of("a", "b"), soon()),
                () -> official().deleteMetricRules(new DeleteMetricRulesRequest().setId(List.of("a", "b"))));
        same(
                "EnableMetricRules",
                () -> rules.enable("a", soon()),
                () -> official().enableMetricRules(new EnableMetricRulesRequest().setRuleId(List.of("a"))));
        same(
                "DescribeMetricMetaList",
                () -> new Metas(Cloud.monitor(cloud), soon()).of(Site.metric("x", Statistic.SUM)),
                () -> official()
                        .describeMetricMetaList(new DescribeMetricMetaListRequest()
                                .setNamespace("acs_fc")
                                .setMetricName("x")
                                .setPageNumber(1)
                                .setPageSize(100)));
    }

    @Test
    void contactsAndTheirGroups() throws Exception {
        same(
                "PutContact",
                () -> contacts.put("c", new Channel.DingTalk(Text.of(Site.ROBOT)), "d", soon()),
                () -> official()
                        .putContact(new PutContactRequest()
                                .setContactName("c")
                                .setDescribe("d")
                                .setLang("en-us")
                                .setChannels(
                                        new PutContactRequest.PutContactRequestChannels().setDingWebHook(Site.ROBOT))));
        same(
                "PutContactGroup",
                () -> contacts.put(new ContactCalls.Group("g", "d", List.of("a", "b")), soon()),
                () -> official()
                        .putContactGroup(new PutContactGroupRequest()
                                .setContactGroupName("g")
                                .setDescribe("d")
                                .setContactNames(List.of("a", "b"))));
        same(
                "DeleteContact",
                () -> contacts.deleteContact("c", soon()),
                () -> official().deleteContact(new DeleteContactRequest().setContactName("c")));
        same(
                "DeleteContactGroup",
                () -> contacts.deleteGroup("g", soon()),
                () -> official().deleteContactGroup(new DeleteContactGroupRequest().setContactGroupName("g")));
        same(
                "DescribeContactList",
                () -> contacts.contacts(soon()),
                () -> official()
                        .describeContactList(new DescribeContactListRequest()
                                .setPageNumber(1)
                                .setPageSize(100)));
        same(
                "DescribeContactGroupList",
                () -> contacts.groups(soon()),
                () -> official()
                        .describeContactGroupList(new DescribeContactGroupListRequest()
                                .setPageNumber(1)
                                .setPageSize(100)));
    }
}
