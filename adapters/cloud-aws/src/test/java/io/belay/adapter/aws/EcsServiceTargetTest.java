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
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EcsServiceTargetTest {
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    private final TestingTime clock = new TestingTime();
    private final AwsServer server = AwsServer.start(clock);
    private final AwsClients aws = Aws.clients(server);
    private final EcsServiceTarget target = new EcsServiceTarget(aws, "prod", "orders");
    private final Revision older = new Revision(server.ecs().register("orders"));
    private final Revision good = new Revision(server.ecs().register("orders"));
    private final Revision bad = new Revision(server.ecs().register("orders"));

    EcsServiceTargetTest() {
        server.ecs().service("prod", "orders", good.name(), 4);
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    private Standing read() throws InterruptedException {
        return target.read(Aws.soon());
    }

    private void deployBad(int running) {
        server.ecs().deploy("prod", "orders", bad.name());
        server.ecs().progress("prod", "orders", running);
    }

    private Memory memory(Revision to) {
        var journal = new Journal("r-1", bad, to, Journal.State.SHIFTED, AT, AT);
        return new Memory(List.of(), List.of(), Optional.of(journal), List.of(AT));
    }

    private static void refused(Fault.Kind kind, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind));
    }

    @Test
    void aRollingUpdateIsSharedByRunningTasksAndOnItsWay() throws Exception {
        deployBad(1);

        assertThat(read().serving()).isEqualTo(Map.of(good, 75, bad, 25));
        assertThat(read().condition()).isEqualTo(new Standing.Condition.Moving("1 of 4 tasks of orders:3 run"));
        assertThat(read().current()).contains(bad);
    }

    @Test
    void eachThatServesSaysSinceWhen() throws Exception {
        clock.advance(Duration.ofMinutes(10));
        deployBad(1);

        assertThat(read().since()).contains(TestingTime.START);
        assertThat(read().revisions().getFirst().created()).contains(clock.instant());
    }

    @Test
    void anAlarmIsOfItByClusterAndService() {
        assertThat(target.dimensions()).isEqualTo(Map.of("ClusterName", "prod", "ServiceName", "orders"));
    }

    @Test
    void whatADeploymentBringsInIsOnTrialBeforeAnyOfItRuns() throws Exception {
        deployBad(0);

        assertThat(read().serving()).isEqualTo(Map.of(good, 99, bad, 1));
        assertThat(read().current()).contains(bad);
    }

    @Test
    void whereNothingRunsAllIsWhatShouldRun() throws Exception {
        server.ecs().deploy("prod", "orders", bad.name());
        server.ecs().arrive("prod", "orders");
        server.ecs().progress("prod", "orders", 0);

        assertThat(read().only(bad)).isTrue();
        assertThat(read().condition()).isEqualTo(new Standing.Condition.Moving("0 of 4 tasks of orders:3 run"));
    }

    @Test
    void aFailedDeploymentWillNotArriveByItself() throws Exception {
        deployBad(0);
        server.ecs().fail("prod", "orders", "ECS deployment circuit breaker: tasks failed to start.");

        assertThat(read().condition())
                .isEqualTo(new Standing.Condition.Broken(
                        "0 of 4 tasks of orders:3 run: ECS deployment circuit breaker: tasks failed to start."));
    }

    @Test
    void aDeploymentInProgressIsRolledBackByEcsItself() throws Exception {
        deployBad(2);

        target.shift(read(), good, memory(good), Aws.soon());

        assertThat(server.writes()).containsExactly("ecs:TagResource", "ecs:StopServiceDeployment");
        server.ecs().arrive("prod", "orders");
        assertThat(read().only(good)).isTrue();
    }

    @Test
    void oneThatIsRolledBackAlreadyIsLeftToEcs() throws Exception {
        deployBad(2);
        target.shift(read(), good, memory(good), Aws.soon());
        server.forgetCalls();

        var again = memory(good).with(memory(good).journal().orElseThrow().touched(AT.plusSeconds(60)));
        target.shift(read(), good, again, Aws.soon());

        assertThat(server.writes()).containsExactly("ecs:TagResource");
    }

    @Test
    void aDeploymentThatCameFromElsewhereIsReplacedByAnother() throws Exception {
        deployBad(2);

        target.shift(read(), older, memory(older), Aws.soon());

        assertThat(server.writes()).containsExactly("ecs:TagResource", "ecs:UpdateService");
        assertThat(server.ecs().primary("prod", "orders")).isEqualTo(older.name());
    }

    @Test
    void aFinishedDeploymentIsReplacedAndTheNumberOfTasksStays() throws Exception {
        deployBad(4);
        server.ecs().arrive("prod", "orders");

        target.shift(read(), good, memory(good), Aws.soon());

        assertThat(server.ecs().primary("prod", "orders")).isEqualTo(good.name());
        assertThat(server.ecs().desired("prod", "orders")).isEqualTo(4);
    }

    @Test
    void whatWasDeregisteredIsThereAndUnfit() throws Exception {
        server.ecs().deregister(older.name());

        assertThat(read().revisions())
                .filteredOn(each -> each.unfit().isPresent())
                .extracting(Standing.Available::revision)
                .containsExactly(older);
    }

    @Test
    void somebodyElsesDeploymentBetweenReadingAndWritingIsAConflict() throws Exception {
        deployBad(4);
        var seen = read();
        server.mishaps().before("DescribeServices", () -> {
            server.ecs().deploy("prod", "orders", server.ecs().register("orders"));
        });

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, memory(good), Aws.soon()));

        assertThat(server.writes()).isEmpty();
    }

    @Test
    void somebodyElsesDeploymentDirectlyAfterOursIsAConflict() throws Exception {
        deployBad(4);
        server.ecs().arrive("prod", "orders");
        var seen = read();
        server.mishaps().before("DescribeServices", () -> {}).before("DescribeServices", () -> {
            server.ecs().deploy("prod", "orders", server.ecs().register("orders"));
        });

        refused(Fault.Kind.CONFLICT, () -> target.shift(seen, good, memory(good), Aws.soon()));
    }

    @Test
    void anUpdateWhoseAnswerIsLostIsSentOnceAndSeenToBeDone() throws Exception {
        deployBad(4);
        server.ecs().arrive("prod", "orders");
        var seen = read();
        server.mishaps().loseAnswer("UpdateService");

        refused(Fault.Kind.UNREACHABLE, () -> target.shift(seen, good, memory(good), Aws.soon()));

        assertThat(server.writes()).containsExactly("ecs:TagResource", "ecs:UpdateService");
        assertThat(server.ecs().primary("prod", "orders")).isEqualTo(good.name());
        assertThat(read().memory()).isEqualTo(memory(good));
    }

    @Test
    void aServiceThatCodeDeployDeploysIsNotTouched() throws Exception {
        server.ecs().controller("prod", "orders", "CODE_DEPLOY");
        var seen = read();

        refused(Fault.Kind.REJECTED, () -> target.shift(seen, older, memory(older), Aws.soon()));

        assertThat(seen.revisions()).allMatch(each -> each.unfit().orElse("").contains("CODE_DEPLOY"));
        assertThat(server.writes()).isEmpty();
    }

    @Test
    void aServiceWithAShortArnRemembersNothingAndSaysSo() throws Exception {
        server.ecs().shortArn("prod", "orders");

        assertThatThrownBy(() -> target.remember(read(), memory(good), Aws.soon()))
                .hasMessageContaining("short format");
    }

    @Test
    void noSuchServiceIsNotFound() {
        refused(Fault.Kind.NOT_FOUND, () -> new EcsServiceTarget(aws, "prod", "billing").read(Aws.soon()));
    }

    @Test
    void aSettledServiceIsReadWithThreeCalls() throws Exception {
        read();

        assertThat(server.calls())
                .containsExactlyInAnyOrder(
                        "ecs:DescribeServices", "ecs:ListTaskDefinitions", "ecs:ListTaskDefinitions");
    }

    @Test
    void aServiceThatLeftItsFamilyIsReadWithItsNewOne() throws Exception {
        read();
        var other = new Revision(server.ecs().register("orders-next"));
        server.ecs().deploy("prod", "orders", other.name());

        assertThat(read().revisions()).extracting(Standing.Available::revision).contains(other);
        assertThat(read().revisions()).extracting(Standing.Available::revision).contains(other);
    }
}
