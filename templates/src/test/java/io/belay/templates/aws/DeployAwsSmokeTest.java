package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was deployed and does not answer as it should gives way to what was there; a kill switch that is on stays on. */
final class DeployAwsSmokeTest {
    private static final String UNREADABLE = """
            {"belay":"report/1","function":"release","system":"shop","environment":"prod","verdict":"unknown","findings":[{"subject":"lambda",\
            "kind":"lambda","target":"shop:live","verdict":"unknown","summary":"where it stands could not be read: denied"}]}""";

    private static final String WITHOUT_TARGETS = """
            {"belay":"report/1","function":"release","system":"shop","environment":"prod","verdict":"unknown","findings":[]}""";

    @TempDir
    private Path home;

    private DeployAws script;

    @BeforeEach
    void aFolder() throws IOException {
        script = DeployAws.in(home);
    }

    private DeployAws.Ended deploy(String... more) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--bucket", "artifacts", "--yes"));
        all.addAll(List.of(more));
        return script.run("", all.toArray(String[]::new));
    }

    @Test
    void whatAnswersWithNoReportFailsTheDeploy() throws Exception {
        script.fake("health", "{\"error\": \"bad-request\"}");

        var ended = deploy();

        assertThat(ended.output())
                .contains("belay-health:live answered with no report")
                .contains("nothing is put back");
        assertThat(ended.code()).isOne();
        assertThat(script.writes()).doesNotContain("cloudformation update-stack");
    }

    @Test
    void whatDoesNotAnswerIsAskedSixTimesAndNoMore() throws Exception {
        script.fake("throttled", "");

        var ended = deploy();

        assertThat(ended.code()).isOne();
        assertThat(script.seen("calls").lines().filter(call -> call.startsWith("lambda invoke")))
                .hasSize(6);
        assertThat(script.seen("sleeps").lines()).hasSize(5);
    }

    @Test
    void aTargetThatMayNotBeReadFailsTheDeployWithItsReason() throws Exception {
        script.fake("release", UNREADABLE);

        var ended = deploy();

        assertThat(ended.output()).contains("where it stands could not be read: denied");
        assertThat(ended.code()).isOne();
    }

    @Test
    void aSystemWithoutARollbackHasNoTargetToRead() throws Exception {
        script.fake("release", WITHOUT_TARGETS);

        var ended = deploy();

        assertThat(ended.output()).contains("shop has no rollback");
        assertThat(ended.code()).isZero();
    }

    @Test
    void everySystemOfAFleetIsTried() throws Exception {
        script.fake(
                "systems",
                "{\"belay\":\"systems/1\",\"systems\":[{\"name\":\"shop\"},{\"name\":\"wms\",\"faults\":[\"a \\\"name\\\": wrong\"]}]}");

        var ended = deploy();

        assertThat(ended.output()).contains("reads every target of shop").contains("reads every target of wms");
    }

    @Test
    void onAnUpdateTheFormerTemplateAndItsParametersArePutBack() throws Exception {
        deploy("--set", "Memory=2048");
        var former = script.seen("template");
        var stack = script.seen("stack");
        script.system("shop.yaml", "system: shop2\n");
        script.fake("health", "{\"error\": \"bad-request\"}");

        var ended = deploy("--set", "Memory=4096");

        assertThat(ended.output()).contains("put back: stack belay is as it was before this deploy");
        assertThat(ended.code()).isOne();
        assertThat(script.seen("template")).isEqualTo(former);
        assertThat(script.seen("stack").replace("CREATE_", "UPDATE_")).isEqualTo(stack.replace("CREATE_", "UPDATE_"));
    }

    @Test
    void whatIsPutBackDoesNotLiftTheKillSwitch() throws Exception {
        deploy();
        script.fake("release", UNREADABLE);

        var ended = deploy("--set", "RollbackOff=the \"night\" of \\ it");

        assertThat(ended.output())
                .contains("RollbackOff stays on: the \"night\"")
                .contains("-held)");
        assertThat(script.parameter("RollbackOff")).contains("night");
    }

    @Test
    void aSwitchThatWasToBeLiftedIsOnAgain() throws Exception {
        deploy("--set", "RollbackOff=why");
        script.fake("release", UNREADABLE);

        deploy("--set", "RollbackOff=");

        assertThat(script.parameter("RollbackOff")).isEqualTo("why");
    }

    @Test
    void whatCannotBePutBackIsSaidAloud() throws Exception {
        deploy();
        script.fake("health", "{}");
        script.fake("kept", "");

        var ended = deploy("--set", "Memory=4096");

        assertThat(ended.output()).contains("IT COULD NOT BE PUT BACK");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void whereNothingWasChangedNothingIsPutBack() throws Exception {
        deploy();
        script.forget();
        script.fake("health", "{}");

        var ended = deploy();

        assertThat(ended.code()).isOne();
        assertThat(script.writes()).isEmpty();
    }
}
