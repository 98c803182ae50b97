package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.fact.FactName;
import io.belay.core.fact.Value;
import io.belay.core.probe.Observation.Answered;
import io.belay.core.probe.Probe;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.SettingException;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.settings.Tree;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The kind {@code aws}, in each of the four protocols. */
class AskTest {
    private final AwsServer server = AwsServer.start();
    private final AwsRegions regions = new AwsRegions(region -> Aws.clients(server.endpoint(), region));

    @AfterEach
    void close() {
        regions.close();
        server.close();
    }

    private Probe call(String service, String call, Map<String, Tree> with, String... paths) {
        return bind(
                Settings.builder()
                        .set(Asked.SERVICE, service)
                        .set(Asked.CALL, Text.of(call))
                        .set(Asked.WITH, new Tree.Branch(with))
                        .build(),
                paths);
    }

    private Probe path(String service, String path, String... paths) {
        return bind(
                Settings.builder()
                        .set(Asked.SERVICE, service)
                        .set(Asked.PATH, Text.of(path))
                        .build(),
                paths);
    }

    private Probe bind(Settings settings, String... paths) {
        Set<FactName> asked = Arrays.stream(paths)
                .map(path -> new FactName(path.isEmpty() ? "found" : "answer", path))
                .collect(Collectors.toSet());
        return new AskKind(regions, Optional.empty())
                .in(Optional.of(new Cloud(Cloud.Provider.AWS, AwsServer.REGION)))
                .bind(settings, asked);
    }

    private static Map<String, Value> seen(Probe probe) throws InterruptedException {
        var seen = new LinkedHashMap<String, Value>();
        assertThat(probe.observe(Aws.soon())).isInstanceOfSatisfying(Answered.class, answered -> {
            assertThat(answered.took()).isPositive();
            answered.facts().forEach(fact -> seen.put(fact.name().argument(), fact.value()));
        });
        return seen;
    }

    private static Tree text(String text) {
        return new Tree.Leaf(Text.of(text));
    }

    @Test
    void aServiceThatSpeaksJsonIsAskedByItsAction() throws Exception {
        server.ecs().service("prod", "backend", server.ecs().register("backend"), 2);
        var steady = "$.services[?(@.runningCount == @.desiredCount)].length()";

        var seen = seen(call(
                "ecs",
                "DescribeServices",
                Map.of("cluster", text("prod"), "services", new Tree.Row(List.of(text("backend")))),
                "$.services[0].status",
                steady,
                "$.services[0].nothing"));

        assertThat(seen)
                .containsEntry("$.services[0].status", Value.of("ACTIVE"))
                .containsEntry(steady, Value.of(1))
                .containsEntry("$.services[0].nothing", Value.absent());
    }

    @Test
    void aServiceThatSpeaksFormsIsAnsweredInXml() throws Exception {
        server.cloudWatch().metric("errors", Map.of("FunctionName", "serve"));
        var named = "$.MetricAlarms.member[?(@.AlarmName == 'errors')].Dimensions.member.Value";

        var seen = seen(call(
                "cloudwatch",
                "DescribeAlarms",
                Map.of("AlarmNames.member", new Tree.Row(List.of(text("errors")))),
                named,
                "$.MetricAlarms.member.length()"));

        assertThat(seen)
                .containsEntry(named, Value.of("serve"))
                .containsEntry("$.MetricAlarms.member.length()", Value.of(1));
    }

    @Test
    void aServiceWithPathsIsReadByAPath() throws Exception {
        server.lambda().publish("serve");
        server.lambda().variable("serve", "DB_PASSWORD", "correct horse");

        var seen = seen(path(
                "lambda",
                "/2015-03-31/functions/serve/configuration",
                "",
                "$.FunctionName",
                "$.Environment.Variables.DB_PASSWORD",
                "$"));

        assertThat(seen)
                .containsEntry("", Value.of(true))
                .containsEntry("$.FunctionName", Value.of("serve"))
                .containsEntry("$.Environment.Variables.DB_PASSWORD", Value.of("set"));
        assertThat(seen.toString()).doesNotContain("correct horse");
    }

    @Test
    void aServiceOfAllRegionsIsAskedToo() throws Exception {
        server.route53().set("Z1", "api.example.com.", "A", 60, "192.0.2.1");
        var ttl = "$.ResourceRecordSets.ResourceRecordSet[?(@.Name == 'api.example.com.')].TTL";

        assertThat(seen(path("route53", "/2013-04-01/hostedzone/Z1/rrset", ttl)))
                .containsEntry(ttl, Value.of("60"));
    }

    @Test
    void whatNoStateKnowsIsAnsweredAsItWasRecorded() throws Exception {
        server.recorded().record("""
                        ### https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBInstances.html
                        rds DescribeDBInstances DBInstanceIdentifier=${NAME}
                        <DescribeDBInstancesResponse xmlns="http://rds.amazonaws.com/doc/2014-10-31/">
                          <DescribeDBInstancesResult><DBInstances><DBInstance>
                            <MultiAZ>true</MultiAZ><LatestRestorableTime>${ago 5m}</LatestRestorableTime>
                          </DBInstance></DBInstances></DescribeDBInstancesResult>
                        </DescribeDBInstancesResponse>
                        ### https://docs.aws.amazon.com/AmazonS3/latest/API/API_GetBucketVersioning.html
                        s3 GetBucketVersioning /models?versioning
                        <VersioningConfiguration><Status>Enabled</Status></VersioningConfiguration>
                        ### https://docs.aws.amazon.com/kms/latest/APIReference/API_DescribeKey.html
                        kms DescribeKey KeyId=alias/models
                        { "KeyMetadata": { "KeyState": "Enabled" } }
                        """, Map.of("NAME", "shop"));
        var named = Map.of("DBInstanceIdentifier", text("shop"));

        assertThat(seen(call("rds", "DescribeDBInstances", named, "$.DBInstances.DBInstance.MultiAZ")))
                .containsEntry("$.DBInstances.DBInstance.MultiAZ", Value.of("true"));
        assertThat(seen(path("s3", "/models?versioning", "$.Status"))).containsEntry("$.Status", Value.of("Enabled"));
        assertThat(seen(call("kms", "DescribeKey", Map.of("KeyId", text("alias/models")), "$.KeyMetadata.KeyState")))
                .containsEntry("$.KeyMetadata.KeyState", Value.of("Enabled"));
        assertThat(seen(call("kms", "DescribeKey", Map.of("KeyId", text("alias/others")), "")))
                .containsEntry("", Value.of(false));
        assertThat(server.calls())
                .containsExactly(
                        "rds:DescribeDBInstances", "s3:GetBucketVersioning", "kms:DescribeKey", "kms:DescribeKey");
        server.mishaps().throttle("DescribeKey");
        fault(call("kms", "DescribeKey", Map.of(), "$.KeyMetadata.KeyState"), Fault.Kind.THROTTLED, "Rate exceeded");
    }

    @Test
    void whatIsNotThereIsAnAnswer() throws Exception {
        var seen = seen(path("lambda", "/2015-03-31/functions/nobody/configuration", "", "$.State"));

        assertThat(seen).containsEntry("", Value.of(false)).containsEntry("$.State", Value.absent());
    }

    @ParameterizedTest
    @CsvSource({
        "403, AccessDeniedException, DENIED",
        "400, ThrottlingException, THROTTLED",
        "400, ClusterNotFoundException, NOT_FOUND",
        "500, ServerException, UNREACHABLE",
        "400, InvalidParameterException, REJECTED"
    })
    void aRefusalOfAwsTellsNothingOfTheThing(int status, String code, Fault.Kind kind) throws Exception {
        server.mishaps().refuse("DescribeServices", status, code, "in its own words");
        var probe = call("ecs", "DescribeServices", Map.of(), "", "$.services[0].status");

        if (kind == Fault.Kind.NOT_FOUND) {
            assertThat(seen(probe)).containsEntry("", Value.of(false));
            return;
        }
        fault(probe, kind, code + ": in its own words");
    }

    private static void fault(Probe probe, Fault.Kind kind, String words) {
        assertThatExceptionOfType(PortException.class)
                .isThrownBy(() -> probe.observe(Aws.in(Duration.ofSeconds(2))))
                .satisfies(failed -> assertThat(failed.fault().kind()).isEqualTo(kind))
                .withMessageContaining(words);
    }

    @Test
    void thatAwsIsSilentOrNotThereIsAFaultAndNoFailure() {
        server.mishaps().hang("DescribeServices");
        var probe = call("ecs", "DescribeServices", Map.of(), "$.services[0].status");

        fault(probe, Fault.Kind.TIMED_OUT, "ecs DescribeServices");
        var nobody = new AwsRegions(region -> Aws.clients(URI.create("http://127.0.0.1:9"), region));
        var unheard = new AskKind(nobody, Optional.of(new Cloud(Cloud.Provider.AWS, "eu-west-1")))
                .bind(
                        Settings.builder()
                                .set(Asked.SERVICE, "ecs")
                                .set(Asked.CALL, Text.of("ListClusters"))
                                .build(),
                        Set.of());
        fault(unheard, Fault.Kind.UNREACHABLE, "ecs ListClusters");
        nobody.close();
    }

    @Test
    void whoIsCalledOffStops() throws Exception {
        server.mishaps().hang("DescribeServices");
        var probe = call("ecs", "DescribeServices", Map.of(), "$.services[0].status");
        var outcome = new AtomicReference<Object>();
        var asking = Thread.ofVirtual().start(() -> {
            try {
                outcome.set(probe.observe(Aws.soon()));
            } catch (InterruptedException calledOff) {
                outcome.set(calledOff);
            }
        });
        asking.join(Duration.ofMillis(300));

        asking.interrupt();

        assertThat(asking.join(Duration.ofSeconds(5))).isTrue();
        assertThat(outcome.get()).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @CsvSource({
        "ecs, UpdateService, does not say that it reads",
        "secretsmanager, GetSecretValue, tells what should stay",
        "ssm, GetParametersByPath, tells what should stay",
        "dynamodb, BatchGetItem, tells what should stay",
        "lambda, ListFunctions, asked by path"
    })
    void onlyWhatReadsAndTellsNoSecretIsAsked(String service, String call, String words) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> call(service, call, Map.of(), "$.a"))
                .withMessageContaining(words);
    }

    @ParameterizedTest
    @CsvSource({
        "s3, /backups/customers.sql",
        "s3, /backups/customers.sql?acl",
        "lambda, /2015-03-31/functions/serve",
        "lambda, /2015-03-31/functions/serve?Qualifier=1"
    })
    void whatIsKeptIsNotRead(String service, String path) {
        assertThatExceptionOfType(SettingException.class)
                .isThrownBy(() -> path(service, path, "$.a"))
                .withMessageContaining("should stay where it is");
    }

    @Test
    void aBucketIsAskedHowItIsSet() {
        assertThat(path("s3", "/coldchain-backups-prod?versioning", "$.Status")
                        .target()
                        .address())
                .isEqualTo("s3 /coldchain-backups-prod");
        assertThat(path("s3", "/coldchain-backups-prod?list-type=2&prefix=database/", "$.Contents"))
                .isNotNull();
    }

    @Test
    void everyServiceAnswersSomewhere() {
        var place = new AwsPlace("eu-west-1", Map.of());
        var china = new AwsPlace("cn-north-1", Map.of());

        assertThat(AskApi.ALL).extracting(AskApi::name).doesNotHaveDuplicates().isSorted();
        assertThat(AskApi.named("ecr").endpoint(place)).hasToString("https://api.ecr.eu-west-1.amazonaws.com");
        assertThat(AskApi.named("iam").endpoint(place)).hasToString("https://iam.amazonaws.com");
        assertThat(AskApi.named("iam").region("eu-west-1")).isEqualTo("us-east-1");
        assertThat(AskApi.named("rds").endpoint(china)).hasToString("https://rds.cn-north-1.amazonaws.com.cn");
    }
}
