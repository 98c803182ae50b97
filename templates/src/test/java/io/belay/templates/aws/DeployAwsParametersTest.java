package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a deploy says of a parameter reaches every version; of what it does not say nothing is taken back, a kill switch least of all. */
final class DeployAwsParametersTest {
    private static final String WHY = "RollbackOff=a migration is under way";

    @TempDir
    private Path home;

    private DeployAws script;

    @BeforeEach
    void aStack() throws Exception {
        script = DeployAws.in(home);
        assertThat(script.run("", "--bucket", "artifacts", "--yes").code()).isZero();
    }

    private DeployAws.Ended deploy(String... more) throws IOException, InterruptedException {
        var all = new ArrayList<>(List.of("--bucket", "artifacts", "--yes"));
        all.addAll(List.of(more));
        return script.again("", all.toArray(String[]::new));
    }

    private String literal() throws IOException {
        return script.deployed().root().text("Globals", "Function", "Environment", "Variables", "BELAY_DEPLOYMENT");
    }

    private String tag() throws IOException {
        return script.seen("stack").lines().findFirst().orElseThrow().split("\t", 2)[1];
    }

    @Test
    void theDigestOfAllStandsInEveryFunctionAsALiteral() throws Exception {
        assertThat(literal()).matches("d[0-9a-f]{31}").isEqualTo(tag());
        assertThat(script.deployed().root().find("Globals", "Function", "Environment", "Variables", "BELAY_DEPLOYMENT"))
                .hasValueSatisfying(
                        node -> assertThat(((Node.Text) node).quoted()).isTrue());
    }

    @ParameterizedTest
    @CsvSource({
        "RollbackOff, a migration is under way",
        "Memory, 2048",
        "SystemFile, /opt/belay/shop.yaml",
        "LambdaTargets, arn:aws:lambda:eu-west-1:123456789012:function:shop"
    })
    void anotherParameterIsAnotherLiteralSoThatEveryVersionHasIt(String name, String value) throws Exception {
        var before = literal();

        var ended = deploy("--set", name + "=" + value);

        assertThat(ended.output()).contains(name + ": ").contains("-> \"" + value + "\"");
        assertThat(script.parameter(name)).isEqualTo(value);
        assertThat(literal()).isNotEqualTo(before).isEqualTo(tag());
    }

    @ParameterizedTest
    @CsvSource({"shop.yaml, 'system: shop2'", "environment, DB_PASSWORD=other"})
    void anotherSystemIsAnotherLiteral(String file, String text) throws Exception {
        var before = literal();
        script.system(file, text + "\n");

        deploy();

        assertThat(literal()).isNotEqualTo(before);
    }

    @Test
    void anotherBundleIsAnotherLiteral() throws Exception {
        var before = literal();
        Files.writeString(home.resolve("belay-lambda.zip"), "another bundle");

        deploy();

        assertThat(literal()).isNotEqualTo(before);
    }

    @Test
    void aKillSwitchThatNobodySpeaksOfStaysOn() throws Exception {
        deploy("--set", WHY);
        script.system("shop.yaml", "system: shop2\n");

        var ended = deploy("--set", "AlarmPrefix=shop");

        assertThat(ended.code()).isZero();
        assertThat(ended.output()).contains("the kill switch stays on: a migration is under way");
        assertThat(script.parameter("RollbackOff")).isEqualTo("a migration is under way");
        assertThat(script.seen("parameters")).doesNotContain("a migration is under way");
    }

    @Test
    void aKillSwitchIsLiftedByWhoSaysSo() throws Exception {
        deploy("--set", WHY);

        var ended = deploy("--set", "RollbackOff=");

        assertThat(ended.output()).contains("THE KILL SWITCH IS LIFTED");
        assertThat(script.parameter("RollbackOff")).isEmpty();
    }

    @Test
    void aKillSwitchThatTheTemplateNoLongerKnowsIsNotLiftedBySilence() throws Exception {
        deploy("--set", WHY);
        var root = script.copied();
        var template = root.resolve("templates/aws/template.yaml");
        Files.writeString(template, Files.readString(template).replace("RollbackOff", "KillSwitch"));

        var ended = script.run("", script.command(root, "--bucket", "artifacts", "--yes"));

        assertThat(ended.output()).contains("this would lift it, which nobody said");
        assertThat(ended.code()).isOne();
        assertThat(script.parameter("RollbackOff")).isEqualTo("a migration is under way");
    }

    @Test
    void whoSetsTheKillSwitchAloneTakesNothingElseBack() throws Exception {
        deploy("--set", "LambdaTargets=arn:aws:lambda:eu-west-1:123456789012:function:shop", "--set", "Memory=2048");

        deploy("--set", WHY);

        assertThat(script.parameter("LambdaTargets")).endsWith(":function:shop");
        assertThat(script.parameter("Memory")).isEqualTo("2048");
        assertThat(script.parameter("AlarmPrefix")).isEqualTo("shop");
        assertThat(script.parameter("RollbackOff")).isEqualTo("a migration is under way");
    }

    @Test
    void whatIsSaidOnceIsNothingToDoASecondTimeWhetherItIsSaidOrNot() throws Exception {
        deploy("--set", WHY);
        script.forget();

        assertThat(deploy("--set", WHY).output()).contains("nothing to do");
        assertThat(deploy().output()).contains("nothing to do");
        assertThat(script.writes()).isEmpty();
    }

    @Test
    void whereTheStackCannotBeReadNothingIsDeployedByDefaults() throws Exception {
        script.fake("unsaid", "");
        script.forget();

        var ended = deploy("--set", "AlarmPrefix=shop");

        assertThat(ended.output()).contains("Rate exceeded");
        assertThat(ended.code()).isEqualTo(3);
        assertThat(script.writes()).isEmpty();
    }

    @Test
    void whatTheTemplateDoesNotShowIsKeptAndNotShown() throws Exception {
        var root = script.copied();
        var template = root.resolve("templates/aws/template.yaml");
        Files.writeString(
                template,
                Files.readString(template)
                        .replaceFirst(
                                "(?m)^  RollbackOff:",
                                "  Secret:\n    Type: String\n    Default: \"\"\n    NoEcho: true\n  RollbackOff:"));
        var first = script.run("", script.command(root, "--bucket", "artifacts", "--yes", "--set", "Secret=hunter2"));
        var second = script.run("", script.command(root, "--bucket", "artifacts", "--yes", "--set", WHY));

        assertThat(first.output())
                .contains("Secret: another, which is not shown")
                .doesNotContain("hunter2");
        assertThat(second.output()).doesNotContain("Secret");
        assertThat(script.run("", script.command(root, "--bucket", "artifacts", "--yes"))
                        .output())
                .contains("nothing to do");
        assertThat(second.code()).isZero();
        assertThat(script.parameter("Secret")).isEqualTo("****");
    }

    @Test
    void withoutThePlaceForTheLiteralNothingIsDeployed() throws Exception {
        var root = script.copied();
        var template = root.resolve("templates/aws/template.yaml");
        Files.writeString(
                template, Files.readString(template).replace("BELAY_DEPLOYMENT: none", "BELAY_DEPLOYED: none"));
        script.forget();

        var ended = script.run("", script.command(root, "--bucket", "artifacts", "--yes", "--set", WHY));

        assertThat(ended.output()).contains("no line 'BELAY_DEPLOYMENT: none'");
        assertThat(ended.code()).isOne();
        assertThat(script.writes()).isEmpty();
    }

    @Test
    void aParameterThatThereIsNotIsSaid() throws Exception {
        var ended = deploy("--set", "RollbackOf=typing");

        assertThat(ended.output()).contains("no such parameter").contains("RollbackOff");
        assertThat(ended.code()).isEqualTo(2);
    }
}
