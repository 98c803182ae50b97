package io.belay.templates.aliyun;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a cloud answers that is not what was meant: nothing is called deployed that was not seen to be. */
class DeployFaultsTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"throttled", "failing", "quota", "slow"})
    void aRefusalToPublishIsNotReadAsNothingChanged(String refusal) {
        deploying.run("", TWO);
        deploying.broken(refusal);

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("FC did not publish a version of belay-health; no alias was moved.");
        assertThat(deploying.writes()).noneMatch(call -> call.startsWith("PUT "));
        deploying.broken();
        assertThat(deploying.run("", TWO).said()).contains("~ health").doesNotContain("Nothing to do");
    }

    @Test
    void aVersionThatSomebodyElsePublishedIsNotTaken() {
        deploying.run("", TWO);
        deploying.write("belay-health.description", "by hand");
        deploying.broken("unpublished");

        var outcome = deploying.run("", "--yes", "--again", "--only", "health");

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("published by somebody else");
        assertThat(deploying.writes()).noneMatch(call -> call.startsWith("PUT "));
    }

    @Test
    void anImageThatCannotBeFetchedIsNoDeploymentThoughTheOldOneAnswers() {
        deploying.run("", TWO);
        deploying.broken("stale belay-health");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("Failed: the image cannot be fetched", "no alias was moved");
        assertThat(deploying.writes()).noneMatch(call -> !call.startsWith("s "));
    }

    @Test
    void aVersionOfAnotherImageIsNotTried() {
        deploying.run("", TWO);
        deploying.broken("old belay-health");

        var outcome = deploying.with("BELAY_IMAGE", OTHER).run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("runs 'registry.example.com/ops/belay@sha256:0' and not " + OTHER);
        assertThat(deploying.calls()).noneMatch(call -> call.startsWith("PUT ") || call.contains("smoke"));
    }

    @Test
    void triggersThatCouldNotBeDeployedAreGoneOnWith() {
        deploying.broken("s trigger");

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("the aliases are moved, and what calls them may not be as wanted");
        deploying.broken();
        assertThat(deploying.run("", TWO).said()).contains("~ health", "~ rollback");
    }

    @Test
    void aTopicsTriggerThatCannotBeChangedIsNotCalledDone() {
        deploying.broken("bell");

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said())
                .contains(
                        "the trigger alarms of belay-rollback has another sourceArn than "
                                + "acs:mns:cn-hangzhou:1234567890123456:/topics/belay-alarms",
                        "aliyun fc DELETE /2023-03-30/functions/belay-rollback/triggers/alarms");
        deploying.broken();
        assertThat(deploying.run("", TWO).said()).contains("= health", "~ rollback");
    }

    @Test
    void aMarkThatCouldNotBeWrittenIsGoneOnWith() {
        deploying.broken("unmarked belay-rollback");

        var outcome = deploying.run("", TWO);

        assertThat(outcome.code()).isEqualTo(3);
        assertThat(outcome.said()).contains("the next run brings it again");
        deploying.broken();
        assertThat(deploying.run("", TWO).code()).isZero();
    }
}
