package io.belay.adapter.aliyun.acs;

import static org.assertj.core.api.Assertions.assertThat;

import com.aliyun.cms20190101.models.DescribeAlertLogListRequest;
import com.aliyun.cms20190101.models.DescribeMetricRuleListRequest;
import com.aliyun.cms20190101.models.PutContactRequest;
import com.aliyun.cs20151215.models.DescribeClusterUserKubeconfigRequest;
import com.aliyun.ecs20140526.models.DescribeInvocationResultsRequest;
import com.aliyun.ecs20140526.models.RunCommandRequest;
import com.aliyun.tea.TeaException;
import com.aliyun.teaopenapi.models.Config;
import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.http.Exchange;
import io.belay.adapter.aliyun.http.Json;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.Received;
import io.belay.core.PortException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each operation that we use, asked by the official client and by ours: method, path, parameters and content are the same, and
 * over the headers of the official one our signature is its signature.
 */
class OfficialClientTest {
    private static AliyunCloud cloud;

    @BeforeAll
    static void open() {
        cloud = new AliyunCloud(InstantSource.system());
        cloud.functionCompute().create("serve", "registry/app@sha256:1");
        cloud.functionCompute().publish("serve", "first");
        cloud.functionCompute().alias("serve", "prod", "1", Map.of(), "");
    }

    @AfterAll
    static void close() {
        cloud.close();
    }

    /** What the official client is made to do. */
    interface Official {
        void run() throws Exception;
    }

    record Pair(Ask ours, Official official) {
        @Override
        public String toString() {
            return ours.action();
        }
    }

    static Stream<Pair> functionCompute() throws Exception {
        return FunctionComputeCalls.of(config());
    }

    static Stream<Pair> cloudMonitor() throws Exception {
        var client = new com.aliyun.cms20190101.Client(config());
        return Stream.of(
                new Pair(
                        Ask.call("DescribeMetricRuleList", Map.of("RuleIds", "a,b c", "Page", "1", "PageSize", "100")),
                        () -> client.describeMetricRuleList(new DescribeMetricRuleListRequest()
                                .setRuleIds("a,b c")
                                .setPage(1)
                                .setPageSize(100))),
                new Pair(
                        Ask.call(
                                "DescribeAlertLogList",
                                Map.of(
                                        "RuleId",
                                        "r",
                                        "StartTime",
                                        "1",
                                        "EndTime",
                                        "2",
                                        "PageNumber",
                                        "1",
                                        "PageSize",
                                        "100")),
                        () -> client.describeAlertLogList(new DescribeAlertLogListRequest()
                                .setRuleId("r")
                                .setStartTime(1L)
                                .setEndTime(2L)
                                .setPageNumber(1)
                                .setPageSize(100))),
                new Pair(
                        Ask.call("PutContact", Map.of("ContactName", "中 a+b*c~d", "Describe", "x")),
                        () -> client.putContact(new PutContactRequest()
                                .setContactName("中 a+b*c~d")
                                .setDescribe("x"))));
    }

    static Stream<Pair> cloudAssistant() throws Exception {
        var client = new com.aliyun.ecs20140526.Client(config());
        return Stream.of(
                new Pair(
                        Ask.call(
                                "RunCommand",
                                Map.of(
                                        "RegionId",
                                        "cn-hangzhou",
                                        "Type",
                                        "RunShellScript",
                                        "CommandContent",
                                        "ZWNobyA+Cg==",
                                        "ContentEncoding",
                                        "Base64",
                                        "InstanceId.1",
                                        "i-1",
                                        "RepeatMode",
                                        "Once",
                                        "Timeout",
                                        "60")),
                        () -> client.runCommand(new RunCommandRequest()
                                .setRegionId("cn-hangzhou")
                                .setType("RunShellScript")
                                .setCommandContent("ZWNobyA+Cg==")
                                .setContentEncoding("Base64")
                                .setInstanceId(List.of("i-1"))
                                .setRepeatMode("Once")
                                .setTimeout(60L))),
                new Pair(
                        Ask.call(
                                "DescribeInvocationResults",
                                Map.of(
                                        "RegionId",
                                        "cn-hangzhou",
                                        "InvokeId",
                                        "t-1",
                                        "InstanceId",
                                        "i-1",
                                        "ContentEncoding",
                                        "Base64")),
                        () -> client.describeInvocationResults(new DescribeInvocationResultsRequest()
                                .setRegionId("cn-hangzhou")
                                .setInvokeId("t-1")
                                .setInstanceId("i-1")
                                .setContentEncoding("Base64"))));
    }

    static Stream<Pair> containers() throws Exception {
        var client = new com.aliyun.cs20151215.Client(config());
        return Stream.of(new Pair(
                Ask.resource(
                        "GET",
                        "DescribeClusterUserKubeconfig",
                        "/k8s/c1/user_config",
                        Map.of("PrivateIpAddress", "true", "TemporaryDurationMinutes", "15")),
                () -> client.describeClusterUserKubeconfig(
                        "c1",
                        new DescribeClusterUserKubeconfigRequest()
                                .setPrivateIpAddress(true)
                                .setTemporaryDurationMinutes(15L))));
    }

    @ParameterizedTest
    @MethodSource("cloudAssistant")
    void cloudAssistantIsAskedAsTheOfficialClientAsks(Pair pair) throws Exception {
        same(pair, new AcsClient(Cloud.endpoints(cloud).ecs(), () -> Cloud.CREDENTIALS, Exchange.USUAL));
    }

    @ParameterizedTest
    @MethodSource("containers")
    void containerServiceIsAskedAsTheOfficialClientAsks(Pair pair) throws Exception {
        same(pair, new AcsClient(Cloud.endpoints(cloud).containers(), () -> Cloud.CREDENTIALS, Exchange.USUAL));
    }

    @ParameterizedTest
    @MethodSource("functionCompute")
    void functionComputeIsAskedAsTheOfficialClientAsks(Pair pair) throws Exception {
        same(pair, Cloud.client(cloud, () -> Cloud.CREDENTIALS));
    }

    @ParameterizedTest
    @MethodSource("cloudMonitor")
    void cloudMonitorIsAskedAsTheOfficialClientAsks(Pair pair) throws Exception {
        same(pair, Cloud.monitor(cloud));
    }

    private static void same(Pair pair, AcsClient client) throws Exception {
        var official = sent(pair.ours().action(), pair.official());
        var ours = sent(pair.ours().action(), () -> client.ask(pair.ours(), Cloud.soon(InstantSource.system())));

        assertThat(ours.method()).isEqualTo(official.method());
        assertThat(ours.path()).isEqualTo(official.path());
        assertThat(ours.parameters()).isEqualTo(official.parameters());
        assertThat(Json.read(ours.body())).isEqualTo(Json.read(official.body()));
        assertThat(ours.header("x-acs-action")).isEqualTo(official.header("x-acs-action"));
        assertThat(ours.header("x-acs-version")).isEqualTo(official.header("x-acs-version"));
        assertThat(signedByUs(official))
                .isEqualTo(official.header("authorization").orElseThrow());
    }

    private static Received sent(String action, Official call) throws Exception {
        cloud.forget();
        try {
            call.run();
        } catch (TeaException | PortException _) {
            // What it is answered is of no matter here.
        }
        return cloud.received().stream()
                .filter(each -> each.action().equals(action))
                .findFirst()
                .orElseThrow();
    }

    private static String signedByUs(Received official) {
        var names = official.header("authorization").orElseThrow().replaceAll(".*SignedHeaders=([^,]+),.*", "$1");
        var headers = new TreeMap<String, String>();
        for (var name : names.split(";", -1)) {
            headers.put(name, official.header(name).orElseThrow());
        }
        var credentials = new Credentials(AliyunCloud.KEY_ID, AliyunCloud.SECRET, Optional.of(AliyunCloud.TOKEN));
        return Signature.authorization(
                credentials,
                official.method(),
                official.path(),
                Percent.query(new TreeMap<>(official.parameters())),
                headers,
                Signature.sha256(official.body()));
    }

    private static Config config() {
        return new Config()
                .setAccessKeyId(AliyunCloud.KEY_ID)
                .setAccessKeySecret(AliyunCloud.SECRET)
                .setSecurityToken(AliyunCloud.TOKEN)
                .setEndpoint("127.0.0.1:" + cloud.endpoint().getPort())
                .setProtocol("HTTP");
    }
}
