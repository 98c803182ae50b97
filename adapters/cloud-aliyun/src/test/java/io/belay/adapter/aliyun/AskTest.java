package io.belay.adapter.aliyun;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.adapter.aliyun.ask.Product;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.Fact;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation.Answered;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kinds {@code aliyun} and {@code cloudmonitor-metric}. */
class AskTest {
    private static final Optional<Cloud> HERE =
            Optional.of(new Cloud(Cloud.Provider.ALIYUN, FunctionComputeState.REGION));

    private static final String RECORDED = """
            ### https://www.alibabacloud.com/help/en/rds/developer-reference/api-rds-2014-08-15-describedbinstanceattribute
            DescribeDBInstanceAttribute 2014-08-15 DBInstanceId=${INSTANCE}
            { "Items": { "DBInstanceAttribute": [ { "DBInstanceId": "${INSTANCE}", "DBInstanceStatus": "Running" } ] } }
            ### https://www.alibabacloud.com/help/en/kms/key-management-service/developer-reference/api-describesecret
            DescribeSecret 2016-01-20 SecretName=JWT_SECRET -> 404
            { "Code": "Forbidden.ResourceNotFound", "Message": "Resource not found.", "RequestId": "1-k" }
            ### https://www.alibabacloud.com/help/en/acr/developer-reference/api-cr-2016-06-07-getrepotags
            GetRepoTags 2016-06-07 /repos/shop/serve/tags
            { "data": { "tags": [ { "tag": "2.0", "digest": "sha256:1" } ] } }
            """;

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final Clients clients = new Clients(
            Map.of("BELAY_ALIYUN_ENDPOINT", cloud.endpoint().toString()),
            () -> io.belay.adapter.aliyun.Cloud.CREDENTIALS);

    @AfterEach
    void close() {
        cloud.close();
    }

    private Probe probe(String product, String call, Optional<String> path, Map<String, String> with, String... paths) {
        var settings = Settings.builder()
                .set(AskKind.PRODUCT, product)
                .set(AskKind.CALL, Text.of(call))
                .set(
                        AskKind.WITH,
                        with.entrySet().stream()
                                .collect(Collectors.toMap(Map.Entry::getKey, each -> Text.of(each.getValue()))));
        path.ifPresent(each -> settings.set(AskKind.PATH, Text.of(each)));
        Set<FactName> asked = Arrays.stream(paths)
                .map(each -> new FactName(each.isEmpty() ? "found" : "answer", each))
                .collect(Collectors.toSet());
        return new AskKind(clients, Optional.empty()).in(HERE).bind(settings.build(), asked);
    }

    private static Map<FactName, Value> seen(Probe probe, Deadline deadline) throws InterruptedException {
        return ((Answered) probe.observe(deadline)).facts().stream().collect(Collectors.toMap(Fact::name, Fact::value));
    }

    private static Map<FactName, Value> seen(Probe probe) throws InterruptedException {
        return seen(probe, Deadline.in(Duration.ofSeconds(20), InstantSource.system()));
    }

    private static FactName answer(String path) {
        return new FactName("answer", path);
    }

    @Test
    void aFunctionIsReadByItsPathAndItsVariablesAreToldToBeSet() throws Exception {
        cloud.functionCompute().create("serve");
        cloud.functionCompute().variable("serve", "DB_PASSWORD", "correct horse");

        var seen = seen(probe(
                "fc",
                "GetFunction",
                Optional.of("/2023-03-30/functions/serve"),
                Map.of(),
                "",
                "$.functionName",
                "$.environmentVariables.DB_PASSWORD",
                "$"));

        assertThat(seen)
                .containsEntry(FactName.of("found"), Value.of(true))
                .containsEntry(answer("$.functionName"), Value.of("serve"))
                .containsEntry(answer("$.environmentVariables.DB_PASSWORD"), Value.of("set"));
        assertThat(seen.toString()).doesNotContain("correct horse");
    }

    @Test
    void anOperationIsAskedByItsName() throws Exception {
        cloud.cloudMonitor().metric("acs_fc", "FunctionErrors", "Value", "60");

        var path = "$.Resources.Resource[?(@.Namespace == 'acs_fc')].Periods";
        assertThat(seen(probe("cms", "DescribeMetricMetaList", Optional.empty(), Map.of(), path)))
                .containsEntry(answer(path), Value.of("60"));
    }

    @Test
    void whatAnotherApiHoldsIsAskedByItsParameters() throws Exception {
        cloud.answers().record(RECORDED, Map.of("INSTANCE", "rm-1"));
        var path = "$.Items.DBInstanceAttribute[0].DBInstanceStatus";

        assertThat(seen(probe(
                        "rds",
                        "DescribeDBInstanceAttribute",
                        Optional.empty(),
                        Map.of("DBInstanceId", "rm-1"),
                        "",
                        path)))
                .containsEntry(FactName.of("found"), Value.of(true))
                .containsEntry(answer(path), Value.of("Running"));
        assertThat(seen(probe(
                        "rds",
                        "DescribeDBInstanceAttribute",
                        Optional.empty(),
                        Map.of("DBInstanceId", "rm-2"),
                        "",
                        path)))
                .containsEntry(FactName.of("found"), Value.of(false));
    }

    /** KMS calls a secret that is not there forbidden: Forbidden.ResourceNotFound, with the status 404 ("DescribeSecret"). */
    @Test
    void aSecretThatIsNotThereIsNotADoorThatIsShut() throws Exception {
        cloud.answers().record(RECORDED, Map.of("INSTANCE", "rm-1"));

        assertThat(seen(probe(
                        "kms", "DescribeSecret", Optional.empty(), Map.of("SecretName", "JWT_SECRET"), "", "$.Arn")))
                .containsEntry(FactName.of("found"), Value.of(false));
    }

    @Test
    void whatIsAskedByItsPathIsRecordedByItsPath() throws Exception {
        cloud.answers().record(RECORDED, Map.of("INSTANCE", "rm-1"));

        assertThat(seen(probe(
                        "cr", "GetRepoTags", Optional.of("/repos/shop/serve/tags"), Map.of(), "$.data.tags[0].digest")))
                .containsEntry(answer("$.data.tags[0].digest"), Value.of("sha256:1"));
    }

    @Test
    void whatIsNotThereIsAnAnswer() throws Exception {
        var probe = probe("fc", "GetFunction", Optional.of("/2023-03-30/functions/nobody"), Map.of(), "", "$.state");

        assertThat(seen(probe))
                .containsEntry(FactName.of("found"), Value.of(false))
                .containsEntry(answer("$.state"), Value.absent());
    }

    @Test
    void thatNobodyAnswersIsAFaultAndNoFailure() {
        cloud.close();
        var probe = probe("cms", "DescribeMetricMetaList", Optional.empty(), Map.of(), "$.Resources");

        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(probe))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
    }

    @ParameterizedTest
    @CsvSource({
        "ecs, RunInstances, , does not say that it reads",
        "kms, GetSecretValue, , tells what should stay",
        "cs, DescribeClusterUserKubeconfig, /k8s/c1/user_config, tells what should stay",
        "fc, GetFunction, , asked by path",
        "rds, DescribeDBInstances, /instances, has no paths"
    })
    void onlyWhatReadsAndTellsNoSecretIsAsked(String product, String call, String path, String words) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> probe(product, call, Optional.ofNullable(path), Map.of(), "$.a"))
                .withMessageContaining(words);
    }

    @Test
    void everyProductAnswersSomewhere() {
        assertThat(Product.ALL)
                .extracting(Product::name)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(Product.named("rds").host("ap-southeast-5")).isEqualTo("rds.ap-southeast-5.aliyuncs.com");
        assertThat(Product.named("ram").host("ap-southeast-5")).isEqualTo("ram.aliyuncs.com");
        assertThat(Product.named("fc").host("ap-southeast-5")).isEqualTo("fcv3.ap-southeast-5.aliyuncs.com");
    }

    @Test
    void aMetricIsToldPeriodByPeriod() throws Exception {
        var now = Instant.ofEpochSecond(Instant.now().getEpochSecond() / 60 * 60 + 30);
        cloud.cloudMonitor().metric("acs_fc", "FunctionErrors", "Value", "60");
        measured(now.minusSeconds(100), 3);
        measured(now.minusSeconds(200), 1);
        measured(now.minusSeconds(7200), 1000);
        measured(now.minusSeconds(10), 1000);
        var asked = Set.of(FactName.of("value"), FactName.of("total"), FactName.of("last"), FactName.of("points"));

        var seen = seen(metric("FunctionErrors", asked), Deadline.in(Duration.ofSeconds(20), InstantSource.fixed(now)));

        assertThat(seen)
                .containsEntry(FactName.of("value"), Value.of(List.of(Value.of(3), Value.of(1))))
                .containsEntry(FactName.of("last"), Value.of(3))
                .containsEntry(FactName.of("total"), Value.of(4))
                .containsEntry(FactName.of("points"), Value.of(2));
    }

    private void measured(Instant at, long value) {
        cloud.cloudMonitor()
                .measured("FunctionErrors", "{\"functionName\":\"serve\"}", at, "Value", BigDecimal.valueOf(value));
    }

    private Probe metric(String name, Set<FactName> asked) {
        return new MetricKind(clients, HERE)
                .bind(
                        Settings.builder()
                                .set(MetricKind.NAMESPACE, Text.of("acs_fc"))
                                .set(MetricKind.METRIC, Text.of(name))
                                .set(MetricKind.DIMENSIONS, Map.of("functionName", Text.of("serve")))
                                .set(MetricKind.STATISTIC, Text.of("Value"))
                                .set(MetricKind.PERIOD, Duration.ofMinutes(1))
                                .set(MetricKind.WINDOW, Duration.ofHours(1))
                                .build(),
                        asked);
    }

    @Test
    void aMetricThatNobodyKnowsIsAFault() {
        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> seen(metric("Nothing", Set.of(FactName.of("value")))))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(Fault.Kind.NOT_FOUND));
    }
}
