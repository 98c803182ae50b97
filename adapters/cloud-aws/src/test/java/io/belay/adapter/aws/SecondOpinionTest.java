package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.core.Correlation;
import io.belay.core.Report;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.announce.Announcement;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import io.belay.core.testkit.TestingTime;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.cloudwatch.model.ComparisonOperator;
import software.amazon.awssdk.services.cloudwatch.model.StateValue;
import software.amazon.awssdk.services.route53.model.ChangeAction;

/** The targets against an AWS that we did not write. */
@Timeout(120)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@SuppressWarnings("unchecked") // The SDK takes any number of consumers of builders.
class SecondOpinionTest {
    private Optional<Emulator> emulator = Optional.empty();
    private Optional<AwsClients> clients = Optional.empty();

    @BeforeAll
    void start() {
        var started = Emulator.start();
        emulator = Optional.of(started);
        clients = Optional.of(Aws.clients(started.endpoint()));
    }

    @AfterAll
    void stop() {
        clients.ifPresent(AwsClients::close);
        emulator.ifPresent(Emulator::close);
    }

    private AwsClients aws() {
        return clients.orElseThrow();
    }

    private static Memory memory(Revision from, Revision to) {
        var at = Instant.parse("2026-11-21T08:00:00Z");
        return new Memory(
                List.of(new Stamp(to, at, "evidence", Map.of("main", List.of("005")))),
                List.of(),
                Optional.of(new Journal("r-1", from, to, Journal.State.SHIFTED, at, at)),
                List.of(at));
    }

    private static Standing shifted(ReleaseTarget target, Revision to) throws InterruptedException {
        var seen = target.read(Aws.soon());
        var memory = memory(seen.current().orElseThrow(), to);
        target.prepare(seen, to, Aws.soon());
        target.shift(seen, to, memory, Aws.soon());
        var after = target.read(Aws.soon());
        assertThat(after.memory()).isEqualTo(memory);
        return after;
    }

    @Test
    void recordsArePutBack() throws Exception {
        var zone = aws().route53()
                .createHostedZone(request -> request.name("example.com").callerReference("one"))
                .hostedZone()
                .id()
                .replace("/hostedzone/", "");
        record(zone, "192.0.2.1");
        var target = new Route53Target(aws(), zone, "api.example.com", "A");
        var first = target.read(Aws.soon());
        target.remember(first, Memory.EMPTY, Aws.soon());
        record(zone, "192.0.2.9");

        var after = shifted(target, first.current().orElseThrow());

        assertThat(after.serving()).isEqualTo(first.serving());
    }

    private void record(String zone, String value) {
        aws().route53()
                .changeResourceRecordSets(request -> request.hostedZoneId(zone)
                        .changeBatch(batch -> batch.changes(change -> change.action(ChangeAction.UPSERT)
                                .resourceRecordSet(set -> set.name("api.example.com")
                                        .type("A")
                                        .ttl(60L)
                                        .resourceRecords(record -> record.value(value))))));
    }

    @Test
    void anAliasIsPutBack() throws Exception {
        var role = role();
        var code = zip("one");
        aws().lambda()
                .createFunction(request -> request.functionName("serve")
                        .runtime("java25")
                        .role(role)
                        .handler("it")
                        .code(given -> given.zipFile(code)));
        var good = publish();
        aws().lambda()
                .updateFunctionCode(request -> request.functionName("serve").zipFile(zip("two")));
        var bad = publish();
        aws().lambda()
                .createAlias(
                        request -> request.functionName("serve").name("live").functionVersion(bad));
        var target = new LambdaAliasTarget(aws(), "serve", "live");

        var after = shifted(target, new Revision(good));

        assertThat(after.only(new Revision(good))).isTrue();
        assertThat(good).isNotEqualTo(bad);
    }

    private String publish() {
        return aws().lambda()
                .publishVersion(request -> request.functionName("serve"))
                .version();
    }

    private static SdkBytes zip(String text) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("it"));
            zip.write(text.getBytes(UTF_8));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return SdkBytes.fromByteArray(bytes.toByteArray());
    }

    /** Asked for by hand: no more of IAM is needed. */
    private String role() throws Exception {
        var form = "Action=CreateRole&Version=2010-05-08&RoleName=serve&AssumeRolePolicyDocument="
                + URLEncoder.encode("{\"Version\":\"2012-10-17\",\"Statement\":[]}", UTF_8);
        var request = HttpRequest.newBuilder(emulator.orElseThrow().endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20261121/us-east-1/iam/aws4_request,"
                                + " SignedHeaders=host, Signature=0")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (var client = HttpClient.newHttpClient()) {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            assertThat(answer.body()).contains("role/serve");
            return "arn:aws:iam::123456789012:role/serve";
        }
    }

    /** moto knows no service deployments, and of a deployment only that it is in progress. */
    @Test
    void aServiceIsReadAndRemembers() throws Exception {
        aws().ecs().createCluster(request -> request.clusterName("prod"));
        var good = new Revision(register());
        var bad = new Revision(register());
        aws().ecs()
                .createService(request -> request.cluster("prod")
                        .serviceName("orders")
                        .taskDefinition(bad.name())
                        .desiredCount(2));
        var target = new EcsServiceTarget(aws(), "prod", "orders");
        var seen = target.read(Aws.soon());

        target.prepare(seen, good, Aws.soon());
        target.remember(seen, memory(bad, good), Aws.soon());

        assertThat(seen.only(bad)).isTrue();
        assertThat(seen.revisions()).extracting(Standing.Available::revision).containsExactly(bad, good);
        assertThat(target.read(Aws.soon()).memory()).isEqualTo(memory(bad, good));
    }

    private String register() {
        return aws().ecs()
                .registerTaskDefinition(request -> request.family("orders")
                        .containerDefinitions(
                                container -> container.name("app").image("app").memory(128)))
                .taskDefinition()
                .taskDefinitionArn();
    }

    @Test
    void aRedAlarmIsRead() throws Exception {
        aws().cloudWatch()
                .putMetricAlarm(request -> request.alarmName("errors")
                        .namespace("AWS/Lambda")
                        .metricName("Errors")
                        .dimensions(dimension -> dimension.name("FunctionName").value("serve"))
                        .period(60)
                        .evaluationPeriods(1)
                        .threshold(1.0)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_THRESHOLD));
        aws().cloudWatch()
                .setAlarmState(request ->
                        request.alarmName("errors").stateValue(StateValue.ALARM).stateReason("3 > 1"));

        var state = new CloudWatchAlarms(aws()).read("errors", Aws.soon());

        assertThat(state.colour()).isEqualTo(Colour.RED);
        assertThat(state.dimensions()).isEqualTo(Map.of("FunctionName", "serve"));
        assertThat(state.since()).isPresent();
    }

    @Test
    void aTopicIsTold() throws Exception {
        var topic = aws().sns().createTopic(request -> request.name("oncall")).topicArn();
        var report = new Report(
                "rollback",
                "harbor",
                "prod",
                new Correlation("correlation-1"),
                TestingTime.START,
                Duration.ZERO,
                List.of());

        new SnsAnnouncer(aws(), topic).tell(new Announcement("title", "text", report), Aws.soon());

        assertThat(aws().sns().listTopics().topics()).hasSize(1);
    }
}
