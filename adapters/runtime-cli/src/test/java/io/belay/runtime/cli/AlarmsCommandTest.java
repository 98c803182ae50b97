package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.assembly.SystemTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what is typed to CloudWatch. */
final class AlarmsCommandTest {
    private static final Pattern PLAN = Pattern.compile("plan (p-[0-9a-f]+)");

    private final AwsServer cloud = AwsServer.start();
    private final AliyunCloud other = new AliyunCloud(new SystemTime());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void open() {
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
    }

    @AfterEach
    void close() {
        cloud.close();
        other.close();
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("system.yaml"), """
                        system: serve
                        environment: test
                        cloud: { provider: aws, region: eu-west-1 }
                        alarms:
                          stores: [{ cloudwatch: { account: "123456789012" } }]
                          custom:
                            - name: orders
                              description: see the runbook
                              metric: { namespace: Serve, name: Failed, statistic: sum }
                              above: 5
                              missing: green
                        """).toString();
    }

    private int run(String... arguments) throws IOException {
        return run(false, "", arguments);
    }

    private int run(boolean terminal, String answer, String... arguments) throws IOException {
        out.reset();
        err.reset();
        var environment = new HashMap<>(other.environment());
        environment.put("BELAY_AWS_ENDPOINT", cloud.endpoint().toString());
        var console = new Console(
                new ByteArrayInputStream(answer.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                terminal,
                new SystemTime());
        var line = Stream.concat(Stream.of("alarms"), Stream.of(arguments)).toArray(String[]::new);
        return CommandLines.run(console, line);
    }

    private String said() {
        return out.toString(UTF_8) + err.toString(UTF_8);
    }

    private String planned() throws IOException {
        run("plan", "-f", file());
        var plan = PLAN.matcher(said());
        assertThat(plan.find()).as(said()).isTrue();
        return plan.group(1);
    }

    private int apply(String plan) throws IOException {
        return run("apply", "-f", file(), "--plan", plan, "--by", "Ada", "--yes");
    }

    @Test
    void aPlanReadsLikeTerraforms() throws Exception {
        assertThat(run("plan", "-f", file(), "--detailed-exitcode")).as(said()).isEqualTo(4);

        assertThat(PLAN.matcher(out.toString(UTF_8)).replaceAll("plan ID")).isEqualTo("""
                1 change (plan ID, policy upsert-only, owner serve/test)
                  + alarm orders
                      measure: sum of Serve Failed {}
                      threshold: > 5
                      period: 60s
                      evaluations: 3 of 3
                      missing data: green
                      receivers: (none)
                      recovery: not told
                      description: see the runbook
                      actions: on
                      owner: serve/test
                """);
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void withoutBeingAskedForDetailAPlanThatIsDueExitsWithZero() throws Exception {
        assertThat(run("plan", "-f", file())).isZero();
    }

    @Test
    void onATerminalWhatIsMadeIsGreen() throws Exception {
        run(true, "", "plan", "-f", file());

        assertThat(out.toString(UTF_8)).contains("\u001b[32m  + alarm orders\u001b[0m");
    }

    @Test
    void machinesGetTheSameAsJson() throws Exception {
        assertThat(run("plan", "-f", file(), "--json")).isZero();

        assertThat(out.toString(UTF_8)).startsWith("{").contains("\"alarms-plan\"", "\"orders\"", "\"p-");
    }

    @Test
    void thePlanThatWasLookedAtIsDoneAndNothingIsDueThen() throws Exception {
        assertThat(apply(planned())).as(said()).isZero();
        assertThat(cloud.writes()).containsExactly("monitoring:PutMetricAlarm");

        cloud.forgetCalls();
        assertThat(run("plan", "-f", file(), "--detailed-exitcode")).as(said()).isZero();
        assertThat(out.toString(UTF_8)).startsWith("nothing to do");
        assertThat(apply("p-0000000000000000")).isZero();
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void aPlanThatIsAnotherByNowIsRefused() throws Exception {
        apply(planned());
        cloud.cloudWatch().change("orders", "Threshold", "50");
        var plan = planned();
        cloud.cloudWatch().change("orders", "Threshold", "60");
        cloud.forgetCalls();

        assertThat(apply(plan)).isEqualTo(1);
        assertThat(said()).contains("by now");
        assertThat(cloud.writes()).isEmpty();
    }

    @Test
    void whatSomebodyChangedByHandIsDrift() throws Exception {
        apply(planned());
        cloud.cloudWatch().change("orders", "Threshold", "50");

        assertThat(run("drift", "-f", file())).isEqualTo(1);
        assertThat(said()).contains("> 50");
    }

    @Test
    void whoIsLookingIsAskedAndMaySayNo() throws Exception {
        assertThat(run(true, "n\n", "apply", "-f", file(), "--by", "Ada")).isEqualTo(2);
        assertThat(said()).contains("+ alarm orders", "Apply it?", "nothing was done");
        assertThat(cloud.writes()).isEmpty();

        assertThat(run(true, "y\n", "apply", "-f", file(), "--by", "Ada"))
                .as(said())
                .isZero();
        assertThat(cloud.writes()).isNotEmpty();
    }

    @Test
    void yesIsSaidOfAPlanThatWasLookedAt() throws Exception {
        assertThat(run("apply", "-f", file(), "--by", "Ada", "--yes")).isEqualTo(2);
        assertThat(said()).contains("--plan: which plan?");
        assertThat(run("apply", "-f", file(), "--by", "Ada")).isEqualTo(2);
        assertThat(run("apply", "-f", file(), "--plan", "p-1", "--yes")).isEqualTo(2);
        assertThat(said()).contains("--by: who asks?");
        assertThat(cloud.calls()).isEmpty();
    }

    @Test
    void aFileWithoutADrillCannotBeDrilled() throws Exception {
        assertThat(run("drill", "-f", file(), "--by", "Ada", "--yes")).isEqualTo(2);
        assertThat(said()).contains("nothing under alarms.drill");
    }

    @Test
    void oneFileIsFollowedByBothCloudsAndPrometheus() throws Exception {
        var file = Files.writeString(folder.resolve("three.yaml"), """
                        system: serve
                        environment: test
                        alarms:
                          stores:
                            - cloudwatch: { region: eu-west-1, account: "123456789012" }
                            - cloudmonitor: { region: cn-hangzhou }
                            - prometheus: { rules: rules.yml }
                          presets:
                            - { lambda: { function: serve }, on: cloudwatch, but: { concurrency: { off: true } } }
                            - { fc: { function: serve }, on: cloudmonitor, but: { concurrency: { off: true } } }
                            - { prometheus-job: { job: serve }, on: prometheus }
                        """).toString();

        assertThat(run("plan", "-f", file, "--detailed-exitcode")).as(said()).isEqualTo(4);
        assertThat(out.toString(UTF_8))
                .contains(
                        "alarm serve_test_serve_error-rate",
                        "alarm serve_test_serve_memory",
                        "alarm serve_test_serve_up");
        var plan = PLAN.matcher(said());
        assertThat(plan.find()).isTrue();
        assertThat(run("apply", "-f", file, "--plan", plan.group(1), "--by", "Ada", "--yes"))
                .as(said())
                .isZero();

        cloud.forgetCalls();
        assertThat(run("plan", "-f", file, "--detailed-exitcode")).as(said()).isZero();
        assertThat(cloud.writes()).isEmpty();
        assertThat(folder.resolve("rules.yml")).content().contains("serve_test");
    }

    @Test
    void presetsTellWhoseEachThresholdIs() throws Exception {
        assertThat(run("presets", "lambda")).isZero();
        assertThat(out.toString(UTF_8))
                .startsWith("lambda { function }: a function of Lambda\n")
                .containsPattern(
                        "error-rate +average +> 1 % +3 of 3 x 60s +green +critical +004: high error rate alarm");

        assertThat(run("presets", "--json")).isZero();
        assertThat(out.toString(UTF_8)).startsWith("[{\"preset\":\"alb\"").contains("\"from\":\"004: ");

        assertThat(run("presets", "lamda")).isEqualTo(2);
        assertThat(said()).contains("there is no preset lamda; there are alb");
    }
}
