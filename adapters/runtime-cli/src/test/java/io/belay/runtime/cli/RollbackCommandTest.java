package io.belay.runtime.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.assembly.SystemTime;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From what is typed to an alias of Function Compute: version 1 was stamped, version 2 was released since. */
final class RollbackCommandTest {
    private final AliyunCloud cloud = new AliyunCloud(new SystemTime());
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final Map<String, String> environment = new HashMap<>(cloud.environment());

    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void release() throws IOException {
        var functions = cloud.functionCompute();
        functions.create("serve");
        functions.alias("serve", "prod", functions.publish("serve", "first"), Map.of(), "");
        assertThat(run("stamp")).as(told()).isZero();
        functions.change("serve");
        functions.alias(
                "serve",
                "prod",
                functions.publish("serve", "second"),
                Map.of(),
                functions.description("serve", "prod"));
        out.reset();
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private String file() throws IOException {
        return Files.writeString(folder.resolve("system.yaml"), """
                        system: serve
                        environment: test
                        cloud: { provider: aliyun, region: cn-hangzhou }
                        health:
                          checks:
                            - name: nobody listens on the discard port
                              tcp: { host: 127.0.0.1, port: 9, expect: { open: false } }
                        rollback:
                          steps: [{ name: serve, fc-alias: { function: serve, alias: prod } }]
                          stop: [{ name: all of it, fc-stop: { function: serve } }]
                          soak: 0s
                        """).toString();
    }

    private int run(String command, String... more) throws IOException {
        return run(false, "", command, more);
    }

    private int onTerminal(String answer, String command, String... more) throws IOException {
        return run(true, answer, command, more);
    }

    private int run(boolean terminal, String answer, String command, String... more) throws IOException {
        var arguments = new String[more.length + 3];
        arguments[0] = command;
        arguments[1] = "-f";
        arguments[2] = file();
        System.arraycopy(more, 0, arguments, 3, more.length);
        var console = new Console(
                new ByteArrayInputStream(answer.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                terminal,
                new SystemTime());
        return CommandLines.run(console, arguments);
    }

    private String said() {
        return out.toString(UTF_8);
    }

    private String told() {
        return err.toString(UTF_8);
    }

    private String serving() {
        return cloud.functionCompute().version("serve", "prod");
    }

    private int plan(String... more) throws IOException {
        var arguments = new String[more.length + 4];
        System.arraycopy(new String[] {"rollback", "plan", "-f", file()}, 0, arguments, 0, 4);
        System.arraycopy(more, 0, arguments, 4, more.length);
        return CommandLines.run(
                new Console(
                        new PrintStream(out, true, UTF_8),
                        new PrintStream(err, true, UTF_8),
                        environment,
                        false,
                        new SystemTime()),
                arguments);
    }

    @Test
    void aPlanShowsWhatWouldMoveAndEachGuardAndChangesNothing() throws Exception {
        cloud.forget();

        assertThat(plan("--by", "Ada")).as(told()).isZero();

        assertThat(said())
                .contains("would roll back serve from 2 to 1", "Ada asked for it", "plan", "p-")
                .contains("kill switch", "known good", "cooldown", "schema");
        assertThat(cloud.received()).allMatch(each -> each.method().equals("GET"));
        assertThat(serving()).isEqualTo("2");
    }

    @Test
    void aPlanIsForProgramsAsWell() throws Exception {
        assertThat(plan("--json"))
                .isEqualTo(plan("--json", "--html", folder.resolve("plan.html").toString()));

        assertThat(said()).startsWith("{\"belay\":\"report/1\"").contains("\"function\":\"rollback-plan\"");
        assertThat(folder.resolve("plan.html")).isNotEmptyFile();
    }

    @Test
    void onATerminalThePlanIsShownAndDoneOnAYes() throws Exception {
        assertThat(onTerminal("y\n", "rollback", "--by", "Ada")).as(told()).isZero();

        assertThat(told()).containsSubsequence("would roll back serve from 2 to 1", "Roll back? [y/N]");
        assertThat(said()).contains("rolled back serve from 2 to 1", "the plan is still what was looked at");
        assertThat(serving()).isEqualTo("1");
    }

    @Test
    void anythingButYesIsNo() throws Exception {
        for (var answer : new String[] {"\n", "n\n", "", "yesterday\n"}) {
            assertThat(onTerminal(answer, "rollback", "--by", "Ada")).isEqualTo(2);
        }
        assertThat(told()).contains("nothing was done");
        assertThat(serving()).isEqualTo("2");
    }

    @Test
    void whereNobodyIsLookingItTakesAYesBeforehand() throws Exception {
        assertThat(run("rollback", "--by", "ci")).isEqualTo(2);
        assertThat(told()).contains("--yes");
        assertThat(serving()).isEqualTo("2");

        assertThat(run("rollback", "--by", "ci", "--yes", "--json")).isZero();
        assertThat(said()).startsWith("{\"belay\":\"report/1\"").contains("ci asked for it");
        assertThat(serving()).isEqualTo("1");
    }

    @Test
    void aPlanThatIsNotSoAnyMoreIsNotDone() throws Exception {
        assertThat(run("rollback", "--by", "ci", "--yes", "--plan", "p-0123456789abcdef"))
                .isEqualTo(1);
        assertThat(said()).contains("the plan is not what was looked at any more");
        assertThat(serving()).isEqualTo("2");
    }

    @Test
    void whoAsksMustBeSaid() throws Exception {
        assertThat(run("rollback", "--yes")).isEqualTo(2);
        assertThat(run("clear", "2")).isEqualTo(2);
        assertThat(run("clear", "--by", " ", "2")).isEqualTo(2);
        assertThat(told()).contains("--by: who asks?", "on one line");
    }

    @Test
    void nobodyChoosesAPart() throws Exception {
        assertThat(run("rollback", "--by", "Ada", "--yes", "--only", "serve")).isEqualTo(2);
        assertThat(run("stamp", "--only", "serve")).isEqualTo(2);
        assertThat(serving()).isEqualTo("2");
    }

    @Test
    void theKillSwitchNeedsNoNewFile() throws Exception {
        environment.put("BELAY_ROLLBACK_OFF", "we look into it");

        assertThat(run("rollback", "--by", "Ada", "--yes")).isEqualTo(1);
        assertThat(said()).contains("the kill switch is on: we look into it");
        assertThat(serving()).isEqualTo("2");
    }

    @Test
    void whatWasRolledBackIsInQuarantineUntilItIsCleared() throws Exception {
        run("rollback", "--by", "Ada", "--yes");
        out.reset();

        assertThat(run("release")).isZero();
        assertThat(said()).contains("serves 1", "known good 1", "quarantine 2");
        assertThat(run("clear", "--by", "Ada", "3")).isEqualTo(1);
        assertThat(run("clear", "--by", "Ada", "2")).isZero();
        out.reset();
        assertThat(run("release")).isZero();
        assertThat(said()).doesNotContain("quarantine");
    }

    @Test
    void aPersonStopsItAltogetherAndLetsItGo() throws Exception {
        assertThat(run("stop", "--by", "Ada")).isEqualTo(2);
        assertThat(onTerminal("n\n", "stop", "--by", "Ada")).isEqualTo(2);
        assertThat(cloud.functionCompute().reserved("serve")).isEmpty();

        assertThat(onTerminal("y\n", "stop", "--by", "Ada")).as(said()).isZero();
        assertThat(cloud.functionCompute().reserved("serve")).contains(0L);

        assertThat(run("resume", "--by", "Ada", "--yes", "--only", "all of it"))
                .as(said())
                .isZero();
        assertThat(cloud.functionCompute().reserved("serve")).isNotEqualTo(Optional.of(0L));
    }

    @Test
    void withoutItsSectionACommandIsWrong() throws Exception {
        var bare = Files.writeString(folder.resolve("bare.yaml"), """
                        system: serve
                        environment: test
                        health: { checks: [{ name: port, tcp: { host: 127.0.0.1, port: 9, expect: { open: false } } }] }
                        """).toString();
        var console = new Console(
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                false,
                new SystemTime());

        assertThat(CommandLines.run(console, "release", "-f", bare)).isEqualTo(2);
        assertThat(CommandLines.run(console, "rollback", "plan", "-f", bare)).isEqualTo(2);
        assertThat(told()).contains("the system file has nothing under rollback");
    }
}
