package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DeployTest {
    private static final String OTHER = "registry.example.com/ops/belay@sha256:" + "1".repeat(64);
    private static final String[] TWO = {"--yes", "--only", "health", "--only", "rollback"};

    @TempDir
    private Path folder;

    private Deploying deploying;

    @BeforeEach
    void anEmptyCloud() {
        deploying = new Deploying(folder);
    }

    @Test
    void everyFunctionIsDeployedTriedAndBoundToTheAlias() {
        var outcome = deploying.run("", "--yes", "--by-hand");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        var functions = Templates.of(Sources.read()).all().keySet();
        assertThat(functions).hasSize(15).allSatisfy(function -> {
            assertThat(deploying.read("belay-" + function + ".alias")).contains("\"versionId\": \"1\"", "\"belay ");
            assertThat(outcome.said()).containsPattern("(?m)^" + function + " +1 ");
        });
        assertThat(outcome.said())
                .contains("every-5-minutes http", "health says: warn", "https://belay-health.example.com (signed)");
    }

    @Test
    void theAliasMovesOnlyAfterItsVersionAnsweredAndItsTriggersAreThere() {
        deploying.run("", TWO);

        assertThat(deploying.calls().stream()
                        .filter(call -> call.contains("rollback"))
                        .map(call -> call.replaceAll(" -t \\S+|belay [0-9a-f]+", "")))
                .containsExactly(
                        "GET belay-rollback/aliases/live  ",
                        "s rollback deploy --function --skip-push -y",
                        "POST belay-rollback/versions  {\"description\":\"\"}",
                        "POST belay-rollback/invocations 1 {\"smoke\":true}",
                        "POST belay-rollback/aliases  {\"aliasName\":\"live\",\"versionId\":\"1\"}",
                        "s rollback deploy --trigger --async-invoke-config -y",
                        "PUT belay-rollback/aliases/live  {\"versionId\":\"1\",\"description\":\"\",\"additionalVersionWeight\":{}}",
                        "POST belay-rollback/invocations live {\"smoke\":true}");
    }

    @Test
    void aSecondDeployWritesNothing() {
        deploying.run("", TWO);

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said()).contains("= health", "= rollback", "Nothing to do");
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void anotherImageIsAnotherVersion() {
        deploying.run("", TWO);

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.read("belay-health.alias")).contains("\"versionId\": \"2\"");
    }

    @Test
    void theKillSwitchAndAnUntoldChangeAreDeployedToo() {
        deploying.run("", TWO);
        deploying.with("BELAY_ROLLBACK_OFF", "the database moves").run("", TWO);
        assertThat(deploying.read("belay-rollback.alias")).contains("\"versionId\": \"2\"");

        deploying.run("", "--yes", "--again", "--only", "rollback");

        assertThat(deploying.read("belay-rollback.alias")).contains("\"versionId\": \"3\"");
    }

    @Test
    void aDryRunWritesNothing() {
        var outcome = deploying.run("", "--dry-run");

        assertThat(outcome.code()).isZero();
        assertThat(outcome.said()).contains("+ health", "+ systems");
        assertThat(deploying.calls()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"no\n", "y\n", "\n", ""})
    void whateverIsNotYesIsNo(String typed) {
        var outcome = deploying.run(typed);

        assertThat(outcome.code()).isOne();
        assertThat(outcome.said()).contains("Nothing was changed.");
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void yesIsYes() {
        assertThat(deploying.run("yes\n", "--only", "health").code()).isZero();
        assertThat(deploying.read("belay-health.alias")).contains("\"versionId\": \"1\"");
    }

    @ParameterizedTest
    @CsvSource({"s, npm install -g @serverless-devs/s@3", "aliyun, aliyun-cli/releases"})
    void aMissingCommandLineIsSaidInOneLine(String program, String install) {
        deploying.without(program);

        var outcome = deploying.run("", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said().lines()).singleElement().asString().contains(program + " (", install);
    }

    @ParameterizedTest
    @CsvSource({
        "BELAY_IMAGE, registry.example.com/belay:1.0, a tag may move",
        "BELAY_IMAGE, '', a tag may move",
        "ALIBABA_CLOUD_ACCOUNT_ID, acme, the account's number"
    })
    void wrongSettingsAreRefusedBeforeAnythingIsAsked(String variable, String value, String why) {
        var outcome = deploying.with(variable, value).run("", "--yes");

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(why);
        assertThat(deploying.calls()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"--only rolback, there is no function rolback", "--fast, there is no --fast", "--push, wants a value"})
    void wrongUseIsRefused(String arguments, String why) {
        var outcome = deploying.run("", arguments.split(" ", -1));

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains(why);
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void aVersionThatDoesNotAnswerLeavesEveryAliasWhereItWas() {
        deploying.run("", TWO);
        var before = aliases();
        deploying.broken("belay-rollback@2");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said())
                .contains("version 2 of belay-rollback", "no alias was moved", "there is no such file");
        assertThat(aliases()).isEqualTo(before);
        assertThat(deploying.writes()).noneMatch(call -> call.startsWith("PUT "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"refusal", "bug"})
    void anAliasThatDoesNotAnswerIsPutBackWithAllOthersAndTheirCanaries(String answer) {
        deploying.run("", TWO);
        deploying.write("belay-health.alias", """
                {"aliasName":"live","versionId":"1","description":"by \\"Ada\\", for now","additionalVersionWeight":{"3":0.2}}""");
        deploying.broken("belay-rollback@live");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).with("BUG", answer).run("", TWO);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("belay-rollback does not answer", "Every alias is where it was.");
        assertThat(deploying.calls())
                .contains(
                        "PUT belay-health/aliases/live  {\"versionId\":\"1\",\"description\":\"by \\\"Ada\\\", for now\","
                                + "\"additionalVersionWeight\":{\"3\":0.2}}");
        assertThat(deploying.read("belay-rollback.alias")).contains("\"versionId\": \"1\"");
    }

    @Test
    void aNewFunctionThatDoesNotAnswerIsGoneOnWith() {
        deploying.broken("belay-health@live");
        assertThat(deploying.run("", TWO).code()).isEqualTo(1);
        deploying.broken();

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said()).contains("~ health", "~ rollback");
    }

    @Test
    void aDoorThatLetsInWhoDoesNotSignIsNoDeployment() {
        deploying.run("", TWO);
        var before = aliases();
        deploying.write("unsigned", "200");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("answers 200 to whoever does not sign");
        assertThat(aliases()).isEqualTo(before);
    }

    @Test
    void aFleetIsDeployedAndItsSystemsAreSaidNotToHaveBeenTried() {
        deploying.broken("fleet");

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said())
                .contains("not tried: the systems of a fleet; there are serveml shop")
                .doesNotContain("health says");
    }

    @Test
    void healthWithoutAReportIsNoDeployment() {
        deploying.run("", TWO);
        var before = aliases();
        deploying.broken("unread");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.said()).contains("line 3: no such key", "gives no report");
        assertThat(aliases()).isEqualTo(before);
    }

    @Test
    void aCloudThatDoesNotAnswerIsUnknownAndWritesNothing() {
        deploying.broken("unreachable");

        var outcome = deploying.run("", "--yes");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("i/o timeout", "did not say how belay-health stands");
        assertThat(deploying.writes()).isEmpty();
    }

    @Test
    void anAliasThatCannotBeMovedPutsBackTheOthers() {
        deploying.run("", TWO);
        deploying.broken("unmovable belay-rollback");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(deploying.read("belay-health.alias")).contains("\"versionId\": \"1\"");
    }

    @Test
    void serverlessDevsFailingMovesNoAlias() {
        deploying.broken("s");

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("fc3 failed", "no alias was moved");
        assertThat(deploying.writes()).allMatch(call -> call.startsWith("s "));
    }

    @Test
    void whatFcDoesNotPublishAgainIsTheLastVersion() {
        deploying.run("", TWO);
        deploying.broken("unpublished");

        var outcome = deploying.run("", "--yes", "--again", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.read("belay-health.alias")).contains("\"versionId\": \"1\"");
    }

    @Test
    void anImageIsPushedOnlyWhereItIsAskedAndDeployedByItsDigest() {
        deploying.with("BELAY_IMAGE", "registry.example.com/ops/belay:1.0");

        var outcome = deploying.run("", "--yes", "--push", "belay:local", "--only", "health");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(deploying.calls())
                .contains("docker push registry.example.com/ops/belay:1.0")
                .contains("docker tag belay:local registry.example.com/ops/belay:1.0");
        assertThat(outcome.said()).contains("pushed registry.example.com/ops/belay@sha256:" + "0".repeat(63) + "7");
        assertThat(deploying
                        .run("", "--yes", "--push", "belay:local", "--only", "health")
                        .said())
                .contains("Nothing to do");
    }

    private List<String> aliases() {
        return List.of(deploying.read("belay-health.alias"), deploying.read("belay-rollback.alias"));
    }
}
