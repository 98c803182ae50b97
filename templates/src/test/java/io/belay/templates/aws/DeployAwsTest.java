package io.belay.templates.aws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The script's promises, with a command line of AWS that remembers what it was asked. */
final class DeployAwsTest {
    private static final List<String> BUCKET = List.of("--bucket", "artifacts");

    @TempDir
    private Path home;

    private DeployAws script;

    @BeforeEach
    void aFolderAndACommandLine() throws IOException {
        script = DeployAws.in(home);
    }

    private DeployAws.Ended deploy(String answer, String... more) throws IOException, InterruptedException {
        var all = new ArrayList<>(BUCKET);
        all.addAll(List.of(more));
        return script.run(answer, all.toArray(String[]::new));
    }

    @Test
    void whatWouldChangeIsShownAndDoneOnceItIsAllowed() throws Exception {
        var ended = deploy("yes\n");

        assertThat(ended.output())
                .contains("Add | None | AWS::Lambda::Function | RollbackFunction")
                .contains("smoke: belay-health:live answers with a report of shop: fail")
                .contains("function:belay-rollback:live");
        assertThat(ended.code()).isZero();
        assertThat(script.writes())
                .containsExactly(
                        "cloudformation package",
                        "s3 cp",
                        "cloudformation create-change-set",
                        "cloudformation execute-change-set");
        assertThat(script.parameter("AlarmPrefix")).isEqualTo("shop");
    }

    @Test
    void everyFunctionRunsTheBundleAndNothingElse() throws Exception {
        deploy("", "--yes");

        var functions = script.deployed().ofType(Sam.FUNCTION);
        assertThat(functions).hasSize(15);
        assertThat(functions.values())
                .allSatisfy(function -> assertThat(script.object(function.text("Properties", "CodeUri")))
                        .hasContent("a bundle"));
    }

    @Test
    void aSecondTimeWithoutAChangeWritesNothing() throws Exception {
        deploy("", "--yes");
        script.forget();

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains("nothing to do: the same is there already");
        assertThat(ended.code()).isZero();
        assertThat(script.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"shop.yaml, 'system: shop2'", "environment, DB_PASSWORD=other", "other.yaml, 'system: other'"})
    void aChangeIsAChange(String file, String text) throws Exception {
        deploy("", "--yes");
        script.forget();
        script.system(file, text + "\n");

        deploy("", "--yes");

        assertThat(script.writes()).contains("cloudformation execute-change-set");
    }

    @Test
    void aDryRunWritesNothing() throws Exception {
        var ended = script.run("", "--dry-run");

        assertThat(ended.output())
                .contains("would upload")
                .contains("AlarmPrefix: \"shop\"")
                .contains("nothing was written");
        assertThat(ended.code()).isZero();
        assertThat(script.writes()).isEmpty();
        assertThat(script.seen("calls")).doesNotContain("lambda invoke");
    }

    @Test
    void aPlanShowsWhatWouldChangeAndChangesNothing() throws Exception {
        script.fake("stack", "UPDATE_COMPLETE older");

        var ended = deploy("", "--plan");

        assertThat(ended.output())
                .contains("Add | None | AWS::Lambda::Function")
                .contains("nothing was changed");
        assertThat(ended.code()).isZero();
        assertThat(script.writes())
                .doesNotContain("cloudformation execute-change-set")
                .endsWith("cloudformation create-change-set", "cloudformation delete-change-set");
        assertThat(script.seen("calls")).doesNotContain("lambda invoke");
    }

    @Test
    void whatIsAskedForAgainIsDoneAgain() throws Exception {
        deploy("", "--yes");
        script.forget();

        deploy("", "--yes", "--again");

        assertThat(script.writes()).contains("cloudformation execute-change-set");
    }

    @ParameterizedTest
    @CsvSource({"'no\n'", "'y\n'", "''"})
    void onlyYesIsTakenForYes(String answer) throws Exception {
        var ended = deploy(answer);

        assertThat(ended.output()).contains("nothing was changed");
        assertThat(ended.code()).isOne();
        assertThat(script.writes())
                .doesNotContain("cloudformation execute-change-set")
                .endsWith("cloudformation delete-change-set", "cloudformation delete-stack");
        assertThat(script.seen("stack")).isEmpty();
    }

    @Test
    void whatIsRefusedOnAnUpdateLeavesTheStack() throws Exception {
        script.fake("stack", "UPDATE_COMPLETE older");

        deploy("no\n");

        assertThat(script.writes())
                .contains("cloudformation delete-change-set")
                .doesNotContain("cloudformation delete-stack");
        assertThat(script.seen("stack")).isEqualTo("UPDATE_COMPLETE older");
    }

    @Test
    void whoIsInterruptedAtTheQuestionLeavesNothingBehind() throws Exception {
        var ended = script.interrupted("for yes: ", "--bucket", "artifacts", "--set", "AlarmPrefix=shop");

        assertThat(ended.code()).isEqualTo(130);
        assertThat(script.writes())
                .doesNotContain("cloudformation execute-change-set")
                .endsWith("cloudformation delete-change-set", "cloudformation delete-stack");
        assertThat(deploy("", "--yes").code()).isZero();
    }

    @Test
    void aChangeSetOfARunThatWasKilledIsInNobodysWay() throws Exception {
        script.fake("stack", "UPDATE_COMPLETE older");
        script.fake("pending", "");

        assertThat(deploy("", "--yes").code()).isZero();
    }

    @Test
    void whereCloudFormationFindsNoChangeNothingIsDone() throws Exception {
        script.fake("stack", "UPDATE_COMPLETE older");
        script.fake("empty", "");

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains("CloudFormation finds no change");
        assertThat(ended.code()).isZero();
        assertThat(script.writes()).doesNotContain("cloudformation execute-change-set");
    }

    @Test
    void aMissingCommandLineIsSaidInOneLine() throws Exception {
        script.without("aws");

        var ended = deploy("", "--yes");

        assertThat(ended.output().lines()).singleElement().asString().contains("install it");
        assertThat(ended.code()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"aws-cli/1.32.0 Python/3.12.3, 2", "aws-cli/2.0.1 Python/3.7.3, 0"})
    void versionOneIsRefusedBeforeAnythingIsDone(String version, int code) throws Exception {
        script.fake("version", version);

        var ended = deploy("", "--yes");

        assertThat(ended.code()).isEqualTo(code);
        assertThat(ended.output().contains("version 2 is meant")).isEqualTo(code == 2);
        assertThat(script.seen("calls").isEmpty()).isEqualTo(code == 2);
    }

    @Test
    void aDeployThatDoesNotEndFails() throws Exception {
        script.fake("stuck", "");

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains("did not bring it to an end");
        assertThat(ended.code()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "UPDATE_IN_PROGRESS x, somebody else is at it, 3",
        "ROLLBACK_COMPLETE x, has to be deleted first, 1",
        "UPDATE_ROLLBACK_FAILED x, continue-update-rollback, 1"
    })
    void aStackThatCannotBeChangedIsLeft(String status, String said, int code) throws Exception {
        script.fake("stack", status);

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains(said);
        assertThat(ended.code()).isEqualTo(code);
        assertThat(script.writes()).isEmpty();
    }

    @Test
    void withoutCredentialsNothingIsKnown() throws Exception {
        script.fake("nobody", "");

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains("security token");
        assertThat(ended.code()).isEqualTo(3);
    }

    @Test
    void theLayerHoldsTheFolderAndNotItsVariables() throws Exception {
        deploy("", "--yes");

        try (var layer = new ZipFile(
                script.object("s3://artifacts/belay/system.zip.uploaded").toFile())) {
            assertThat(layer.stream().map(Object::toString))
                    .contains("belay/shop.yaml", "belay/migrations/V1.sql")
                    .doesNotContain("belay/environment");
        }
    }

    @Test
    void theVariablesOfTheFolderAreThoseOfTheFunctions() throws Exception {
        deploy("", "--yes");

        assertThat(script.deployed().root().text("Globals", "Function", "Environment", "Variables", "DB_PASSWORD"))
                .isEqualTo("{{resolve:secretsmanager:shop/db:SecretString:password}}");
    }

    @ParameterizedTest
    @CsvSource({
        "BELAY_TOKENS=x, BELAY_TOKENS is no variable of yours",
        "just words, NAME=value is meant",
        "a-b=c, NAME=value is meant"
    })
    void aVariableThatIsNoneOfTheSystemsIsRefused(String line, String said) throws Exception {
        script.system("environment", line + "\n");

        var ended = deploy("", "--yes");

        assertThat(ended.output()).contains(said);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(script.writes()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--nonsense, is not known", "--set, wants a value", "--stack=a, is not known", "--set=x, is not known"})
    void wrongUseIsSaidWithTheWayOut(String argument, String said) throws Exception {
        var ended = deploy("", argument);

        assertThat(ended.output()).contains(said);
        assertThat(ended.code()).isEqualTo(2);
        assertThat(script.seen("calls")).isEmpty();
    }
}
