package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
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
                .contains("every-5-minutes, http", "health says: warn", "https://belay-health.example.com (function)");
    }

    @Test
    void theAliasMovesOnlyAfterItsVersionAnsweredAndWhatCallsItComesAfterTheAliasDid() {
        deploying.run("", TWO);

        assertThat(deploying.calls().stream()
                        .filter(call -> call.contains("rollback"))
                        .map(call -> call.replaceAll(" -t \\S+|belay [0-9a-f]+", "")))
                .containsExactly(
                        "GET belay-rollback/aliases/live  ",
                        "s rollback deploy --function --skip-push -y -a default",
                        "GET belay-rollback  ",
                        "POST belay-rollback/versions  {\"description\":\"\"}",
                        "GET belay-rollback 1 ",
                        "POST belay-rollback/invocations 1 {\"smoke\":true}",
                        "POST belay-rollback/aliases  {\"aliasName\":\"live\",\"versionId\":\"1\"}",
                        "POST belay-rollback/invocations live {\"smoke\":true}",
                        "s rollback deploy --trigger sweep-every-5-minutes,alarms --async-invoke-config -y -a default",
                        "GET belay-rollback/triggers/alarms  ",
                        "PUT belay-rollback/aliases/live  {\"versionId\":\"1\",\"description\":\"\",\"additionalVersionWeight\":{}}");
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
    void whatIsAnotherIsSaidBeforeAnybodyIsAsked() {
        deploying.run("", TWO);

        assertThat(deploying.with("BELAY_IMAGE", OTHER).run("", "--dry-run").said())
                .contains("~ health", "version 1 serves, and gives way to a new one: its image was " + Deploying.IMAGE);
        assertThat(deploying
                        .with("BELAY_IMAGE", Deploying.IMAGE)
                        .with("BELAY_ROLLBACK_OFF", "the database moves")
                        .run("", "--dry-run")
                        .said())
                .contains("~ rollback", "the same image, other settings");
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
        assertThat(outcome.said())
                .containsPattern("\\+ health +new, called by: every-5-minutes, http\n")
                .containsPattern("\\+ rollback +new, called by: sweep-every-5-minutes, alarms\n")
                .contains("+ systems");
        assertThat(deploying.calls()).isNotEmpty().allMatch(call -> call.startsWith("GET "));
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
        assertThat(deploying.writes()).noneMatch(call -> call.startsWith("PUT ") || call.contains("--trigger"));
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
        var failed = deploying.run("", TWO);
        assertThat(failed.code()).isEqualTo(1);
        assertThat(failed.said()).contains("belay-rollback is new, and nothing calls it yet.");
        assertThat(deploying.writes()).noneMatch(call -> call.contains("--trigger"));
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
    void theDoorOfANewFunctionThatLetsInAnybodyIsSaidToBeThere() {
        deploying.write("unsigned", "200");

        assertThat(deploying.run("", TWO).said())
                .contains("belay-health is new, and its door is there, so take it away (aliyun fc DELETE ");
    }

    @Test
    void aFleetIsRefusedWhereNoneWasAskedForAndEveryAliasIsPutBack() {
        deploying.run("", TWO);
        var before = aliases();
        deploying.broken("fleet");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(2);
        assertThat(outcome.said()).contains("there are serveml shop. A folder", "BELAY_FLEET=1", "fleet.flow.yaml");
        assertThat(aliases()).isEqualTo(before);
        assertThat(deploying.writes()).noneMatch(call -> call.contains("--trigger"));
    }

    @Test
    void aFleetThatWasAskedForHasEachTimerButVerifys() {
        deploying.broken("fleet");

        var outcome = deploying
                .with("BELAY_FLEET", "1")
                .with("BELAY_SYSTEM_FILE", "/etc/belay/systems")
                .run("", "--yes", "--only", "health", "--only", "verify", "--only", "rollback", "--only", "stamp");

        assertThat(outcome.code()).as(outcome.said()).isZero();
        assertThat(outcome.said())
                .contains(
                        "not tried: the systems of a fleet; there are serveml shop",
                        "the flow belay-fleet calls verify")
                .doesNotContain("health says");
        assertThat(deploying.calls().stream()
                        .filter(call -> call.contains("--async"))
                        .map(call -> call.replaceAll(" -y .*", "")))
                .containsExactly(
                        "s health deploy --trigger every-5-minutes,http --async-invoke-config",
                        "s verify deploy --trigger http --async-invoke-config",
                        "s rollback deploy --trigger sweep-every-5-minutes,alarms --async-invoke-config",
                        "s stamp deploy --trigger every-15-minutes --async-invoke-config");
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

    private List<String> aliases() {
        return List.of(deploying.read("belay-health.alias"), deploying.read("belay-rollback.alias"));
    }
}
