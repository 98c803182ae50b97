package io.belay.demo;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.report.ReportReader;
import io.belay.assembly.Bundle;
import io.belay.assembly.SystemTime;
import io.belay.core.Finding;
import io.belay.core.Report;
import io.belay.core.Verdict;
import io.belay.demo.harbor.Breakage;
import io.belay.demo.harbor.Harbor;
import io.belay.demo.harbor.HarborFile;
import io.belay.demo.harbor.HarborOptions;
import io.belay.demo.harbor.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

final class OneFileThreeDoorsTest {

    private static final Path EXAMPLES = Path.of("..", "..", "templates", "examples");

    /** As a function URL calls, payload format 2.0. */
    private static final String OVER_HTTP = """
            {"version":"2.0","rawPath":"/FUNCTION","rawQueryString":"","headers":{"accept":"application/json"},\
            "requestContext":{"requestId":"1","http":{"method":"GET","path":"/FUNCTION"}},"isBase64Encoded":false}""";

    /** What is the same whenever a system is in the same state. */
    private record Same(
            String subject,
            String kind,
            String target,
            Verdict verdict,
            List<Beside> evidence,
            int samples,
            List<Same> parts) {
        static List<Same> all(List<Finding> findings) {
            return findings.stream().map(Same::of).toList();
        }

        static Same of(Finding finding) {
            var evidence = finding.evidence().stream()
                    .map(each -> new Beside(
                            each.fact(), each.expected().map(text -> ofAnyRun(each.fact(), text)), each.met()))
                    .toList();
            return new Same(
                    finding.subject(),
                    finding.kind(),
                    finding.target(),
                    finding.verdict(),
                    evidence,
                    finding.samples().size(),
                    all(finding.parts()));
        }
    }

    /** The order's own reference and number are others in every run. */
    private static String ofAnyRun(String fact, String expected) {
        return fact.equals("json $.id") ? "{{order}}" : expected.replaceAll("belay-[0-9a-z]+-[0-9a-z]+", "{{unique}}");
    }

    private record Beside(String fact, Optional<String> expected, boolean met) {}

    @ParameterizedTest
    @ValueSource(strings = {Bundle.HEALTH, Bundle.MIGRATION_VERIFY})
    void aSystemThatIsWellIsWellThroughEveryDoor(String function) throws Exception {
        var found = throughEveryDoor(function, HarborOptions.standard());

        assertThat(found.get("command line")).isNotEmpty().allMatch(each -> each.verdict() == Verdict.PASS);
        assertThat(found)
                .allSatisfy((door, findings) -> assertThat(findings).as(door).isEqualTo(found.get("command line")));
    }

    @ParameterizedTest
    @ValueSource(strings = {Bundle.HEALTH, Bundle.MIGRATION_VERIFY})
    void whatIsBrokenIsTheSameThroughEveryDoor(String function) throws Exception {
        var found = throughEveryDoor(function, HarborOptions.standard().with(Breakage.ORDERS));

        assertThat(found.get("command line")).anyMatch(each -> each.verdict() == Verdict.FAIL);
        assertThat(found)
                .allSatisfy((door, findings) -> assertThat(findings).as(door).isEqualTo(found.get("command line")));
    }

    @ParameterizedTest
    @CsvSource({"rollback-plan, rollback plan", "release, release"})
    void whatIsReleasedAndWhatWouldBePutBackIsTheSameThroughEveryDoor(
            String function, String command, @TempDir Path folder) throws Exception {
        try (var cloud = new AliyunCloud(new SystemTime())) {
            cloud.functionCompute().create("serve");
            cloud.functionCompute()
                    .alias("serve", "prod", cloud.functionCompute().publish("serve", "first"), Map.of(), "");
            var file = Files.writeString(folder.resolve("serve.yaml"), """
                            system: serve
                            environment: test
                            cloud: { provider: aliyun, region: cn-hangzhou }
                            health: { checks: [{ name: port, tcp: { host: 127.0.0.1, port: 9, expect: { open: false } } }] }
                            rollback: { steps: [{ fc-alias: { function: serve, alias: prod } }] }
                            """);
            var found = throughEveryDoor(function, command, file, cloud.environment());

            assertThat(found.get("command line")).isNotEmpty();
            assertThat(found)
                    .allSatisfy(
                            (door, findings) -> assertThat(findings).as(door).isEqualTo(found.get("command line")));
            assertThat(cloud.received()).allMatch(each -> each.method().equals("GET"));
        }
    }

    @ParameterizedTest
    @CsvSource({"alarms-plan, alarms plan", "alarms-drift, alarms drift"})
    void whatIsOtherwiseWithAlarmsIsTheSameThroughEveryDoor(String function, String command, @TempDir Path folder)
            throws Exception {
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
        try (var cloud = AwsServer.start()) {
            cloud.cloudWatch().metric("orders", Map.of("FunctionName", "serve"));
            var file = Files.writeString(folder.resolve("serve.yaml"), """
                            system: serve
                            environment: test
                            cloud: { provider: aws, region: eu-west-1 }
                            alarms:
                              stores: [{ cloudwatch: { account: "123456789012" } }]
                              presets: [{ lambda: { function: serve } }]
                              custom: [{ name: orders, metric: { namespace: S, name: F, statistic: sum }, above: 1 }]
                            """);
            var environment = Map.of("BELAY_AWS_ENDPOINT", cloud.endpoint().toString());

            var found = throughEveryDoor(function, command, file, environment);

            assertThat(found.get("command line")).isNotEmpty().anyMatch(each -> each.verdict() != Verdict.PASS);
            assertThat(found)
                    .allSatisfy(
                            (door, findings) -> assertThat(findings).as(door).isEqualTo(found.get("command line")));
            assertThat(cloud.writes()).isEmpty();
        } finally {
            System.clearProperty("aws.accessKeyId");
            System.clearProperty("aws.secretAccessKey");
        }
    }

    private static Map<String, List<Same>> throughEveryDoor(String function, HarborOptions options) throws Exception {
        try (var harbor = Harbor.start(options, Progress.SILENT)) {
            var file = HarborFile.put(harbor.folder(), EXAMPLES, harbor);
            return throughEveryDoor(function, function, file, harbor.environment());
        }
    }

    private static Map<String, List<Same>> throughEveryDoor(
            String function, String command, Path file, Map<String, String> environment) throws Exception {
        try (var doors = new AllDoors(file, environment)) {
            // The first run is cold, and harbor's file bounds how long answers take.
            doors.onFile(command);
            var answers = new LinkedHashMap<String, String>();
            answers.put("command line", doors.onFile(command, "--json"));
            answers.put("Function Compute", doors.functionCompute(function));
            answers.put(
                    "Function Compute over HTTP",
                    doors.page("/" + function, "application/json").body());
            answers.put("Lambda", doors.lambda(function, "{}"));
            answers.put("Lambda over HTTP", body(doors.lambda(function, OVER_HTTP.replace("FUNCTION", function))));
            var found = new LinkedHashMap<String, List<Same>>();
            answers.forEach((door, answer) ->
                    found.put(door, Same.all(report(door, answer).findings())));
            return found;
        }
    }

    private static Report report(String door, String answer) {
        try {
            return ReportReader.read(answer);
        } catch (IllegalArgumentException wrong) {
            throw new AssertionError(door + " answered no report: " + answer, wrong);
        }
    }

    private static String body(String answer) {
        var read = JsonMapper.shared().readTree(answer);
        var body = read.get("body").asString();
        return read.path("isBase64Encoded").asBoolean()
                ? new String(Base64.getDecoder().decode(body), UTF_8)
                : body;
    }
}
