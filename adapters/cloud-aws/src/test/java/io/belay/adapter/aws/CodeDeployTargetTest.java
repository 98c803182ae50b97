package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Its contract is narrower than that of other targets: only what a running deployment replaces can be returned to. */
class CodeDeployTargetTest {
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");
    private static final Revision GOOD = new Revision("s3:releases/app.zip@one");
    private static final Revision BAD = new Revision("s3:releases/app.zip@two");

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final CodeDeployTarget target = new CodeDeployTarget(aws, "shop", "prod");

    CodeDeployTargetTest() {
        server.codeDeploy().deploy("shop", "prod", "one");
        server.codeDeploy().arrive("shop", "prod");
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private String deployBad() {
        var id = server.codeDeploy().deploy("shop", "prod", "two");
        server.codeDeploy().progress("shop", "prod", 1);
        return id;
    }

    private Standing read() throws InterruptedException {
        return target.read(Aws.soon());
    }

    private static Memory memory() {
        var journal = new Journal("r-1", BAD, GOOD, Journal.State.SHIFTED, AT, AT);
        return new Memory(List.of(), List.of(), Optional.of(journal), List.of(AT));
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void aRunningDeploymentIsSharedByInstances() throws Exception {
        var id = deployBad();

        assertThat(read().serving()).isEqualTo(Map.of(GOOD, 75, BAD, 25));
        assertThat(read().condition()).isEqualTo(new Standing.Condition.Moving(id + " is InProgress"));
        assertThat(read().current()).contains(BAD);
    }

    @Test
    void aRunningDeploymentIsStoppedAndRolledBack() throws Exception {
        var id = deployBad();

        target.prepare(read(), GOOD, Aws.soon());
        target.shift(read(), GOOD, memory(), Aws.soon());

        assertThat(server.writes()).containsExactly("codedeploy:TagResource", "codedeploy:StopDeployment");
        assertThat(server.codeDeploy().status(id)).isEqualTo("Stopped");
        assertThat(read().condition()).isInstanceOf(Standing.Condition.Moving.class);
        server.codeDeploy().arrive("shop", "prod");
        assertThat(read().only(GOOD)).isTrue();
        assertThat(read().condition()).isInstanceOf(Standing.Condition.Settled.class);
        assertThat(read().memory()).isEqualTo(memory());
    }

    @Test
    void aFinishedDeploymentIsRefusedAndTheWayOutNamed() throws Exception {
        deployBad();
        server.codeDeploy().arrive("shop", "prod");
        var seen = read();

        refused(Fault.Kind.REJECTED, () -> target.prepare(seen, GOOD, Aws.soon()));
        refused(Fault.Kind.REJECTED, () -> target.shift(seen, GOOD, memory(), Aws.soon()));

        assertThat(seen.revisions()).allMatch(each -> each.unfit().orElse("").contains("deploy this revision anew"));
        assertThat(server.writes()).isEmpty();
    }

    @Test
    void oneThatFinishedMeanwhileIsAConflict() throws Exception {
        deployBad();
        var seen = read();
        server.mishaps().before("StopDeployment", () -> server.codeDeploy().arrive("shop", "prod"));

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, GOOD, memory(), Aws.soon()));
    }

    @Test
    void anotherDeploymentMeanwhileIsAConflict() throws Exception {
        deployBad();
        var seen = read();
        server.codeDeploy().deploy("shop", "prod", "three");

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, GOOD, memory(), Aws.soon()));
        refused(Fault.Kind.CONFLICT, () -> target.remember(seen, memory(), Aws.soon()));

        assertThat(server.writes()).isEmpty();
    }

    @Test
    void aStopWhoseAnswerIsLostIsSentOnce() throws Exception {
        deployBad();
        var seen = read();
        server.mishaps().loseAnswer("StopDeployment");

        refused(Fault.Kind.UNREACHABLE, () -> target.shift(seen, GOOD, memory(), Aws.soon()));

        assertThat(server.writes()).containsExactly("codedeploy:TagResource", "codedeploy:StopDeployment");
        assertThat(read().memory()).isEqualTo(memory());
    }

    @Test
    void readingWritesNothing() throws Exception {
        assertThat(read()).isEqualTo(read());

        assertThat(server.writes()).isEmpty();
    }

    @Test
    void withNoTimeLeftNothingIsWritten() throws Exception {
        deployBad();
        var seen = read();

        refused(Fault.Kind.TIMED_OUT, () -> target.shift(seen, GOOD, memory(), Aws.in(Duration.ZERO)));

        assertThat(server.writes()).isEmpty();
    }

    @Test
    void noSuchGroupIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> new CodeDeployTarget(aws, "shop", "beta").read(Aws.soon()));
    }

    @Test
    void aGroupThatWasReadBeforeIsReadWithTheDeploymentThatItNamesNow() throws Exception {
        assertThat(read().only(GOOD)).isTrue();

        var id = deployBad();

        assertThat(read().condition()).isEqualTo(new Standing.Condition.Moving(id + " is InProgress"));
        assertThat(read().current()).contains(BAD);
    }

    @Test
    void aStopTakesNoReadingButTheOnesAroundItsWrites() throws Exception {
        deployBad();
        var seen = read();
        var before = server.calls().size();

        target.prepare(seen, GOOD, Aws.soon());
        assertThat(server.calls()).hasSize(before);
        target.shift(seen, GOOD, memory(), Aws.soon());

        assertThat(server.calls().subList(before, server.calls().size()))
                .filteredOn("codedeploy:GetDeploymentGroup"::equals)
                .hasSize(2);
    }
}
