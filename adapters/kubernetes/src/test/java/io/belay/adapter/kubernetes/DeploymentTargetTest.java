package io.belay.adapter.kubernetes;

import static io.belay.adapter.kubernetes.Targets.soon;
import static io.belay.adapter.kubernetes.testkit.TestingCluster.at;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Condition;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is read of a Deployment, and what a shift writes. */
@Timeout(60)
final class DeploymentTargetTest {
    private static final String DIGEST = "registry.test/api@sha256:" + "ab".repeat(32);
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    private final TestingCluster cluster = new TestingCluster(InstantSource.system());
    private final String good = cluster.deploy(DIGEST);
    private final String bad = cluster.deploy("registry.test/api:latest");
    private final DeploymentTarget target = Targets.of(cluster);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static Memory stamped(String hash) {
        return new Memory(
                List.of(new Stamp(new Revision(hash), AT, "c-1", Map.of())), List.of(), Optional.empty(), List.of());
    }

    private Standing read() throws InterruptedException {
        return target.read(soon());
    }

    private void back() throws InterruptedException {
        target.shift(read(), new Revision(good), stamped(good), soon());
    }

    private static void refused(ThrowingCallable call, Fault.Kind kind, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(PortException.class, refused -> {
            assertThat(refused.fault().kind()).isEqualTo(kind);
            assertThat(refused.fault().message()).contains(words);
        });
    }

    @Test
    void theTemplateComesBackWithoutItsHashAndNothingElseIsTouched() throws Exception {
        cluster.change(deployment -> {
            at(deployment, "spec").put("replicas", 7);
            at(deployment, "metadata", "annotations").put("team", "orders");
            at(deployment, "spec", "template", "metadata").put("annotations", Map.of("only-in-the-bad-one", "x"));
        });
        cluster.settle();

        back();

        var deployment = cluster.deployment();
        assertThat(at(deployment, "spec", "template", "metadata", "labels")).isEqualTo(Map.of("app", "api"));
        assertThat(at(deployment, "spec", "template", "metadata")).doesNotContainKey("annotations");
        assertThat(at(deployment, "spec", "template").toString()).contains(DIGEST);
        assertThat(at(deployment, "spec")).containsEntry("replicas", 7);
        assertThat(at(deployment, "metadata", "annotations")).containsEntry("team", "orders");
    }

    @Test
    void shiftAndMemoryAreOneWrite() throws Exception {
        back();

        assertThat(cluster.server().writes()).isOne();
        assertThat(read().memory()).isEqualTo(stamped(good));
    }

    @Test
    void aRollbackTakesThreeCallsAndNotOneMore() throws Exception {
        var seen = read();
        target.shift(seen, new Revision(good), stamped(good), soon());

        assertThat(cluster.server().calls()).hasSize(3);
    }

    @Test
    void anInstanceThatListedNothingAsksForTheTemplate() throws Exception {
        var seen = read();
        Targets.of(cluster).shift(seen, new Revision(good), stamped(good), soon());

        assertThat(read().memory()).isEqualTo(stamped(good));
        assertThat(at(cluster.deployment(), "spec", "template").toString()).contains(DIGEST);
    }

    @Test
    void theSameReplicaSetServesAgain() throws Exception {
        back();
        cluster.settle();

        assertThat(read().only(new Revision(good))).isTrue();
        assertThat(read().revisions()).hasSize(2);
    }

    @Test
    void theChangeCauseComesBackWithItsTemplate() throws Exception {
        cluster.change(
                deployment -> at(deployment, "metadata", "annotations").put("kubernetes.io/change-cause", "bad idea"));
        cluster.settle();

        back();

        assertThat(at(cluster.deployment(), "metadata", "annotations")).doesNotContainKey("kubernetes.io/change-cause");
    }

    @Test
    void onTheWayBothServeAndItIsMoving() throws Exception {
        back();
        assertThat(read().condition()).isEqualTo(new Condition.Moving("the controller has not seen the change yet"));
        for (int step = 0; step < 4; step++) {
            cluster.step();
        }

        var standing = read();
        assertThat(standing.serving()).containsOnlyKeys(new Revision(good), new Revision(bad));
        assertThat(standing.condition()).isInstanceOf(Condition.Moving.class);
        assertThat(standing.current()).contains(new Revision(good));
    }

    @Test
    void aRolloutThatIsOverItsTimeIsBroken() throws Exception {
        var stuck = cluster.deploy("registry.test/never-ready:1");
        cluster.late();

        var standing = read();

        assertThat(standing.condition())
                .isInstanceOfSatisfying(
                        Condition.Broken.class,
                        broken -> assertThat(broken.why()).contains("ProgressDeadlineExceeded"));
        assertThat(standing.serving()).isEqualTo(Map.of(new Revision(bad), 99, new Revision(stuck), 1));
        assertThat(standing.current()).contains(new Revision(stuck));
    }

    @Test
    void aFirstReleaseOfWhichNoPodIsReadyIsOnTrialAllTheSame() throws Exception {
        cluster.pods(good, 0);
        cluster.pods(bad, 0);

        assertThat(read().serving()).isEqualTo(Map.of(new Revision(bad), 100));
    }

    @Test
    void aStuckRolloutIsTakenBackAlthoughTheOldOneStillServesAlone() throws Exception {
        var stuck = cluster.deploy("registry.test/never-ready:1");
        target.shift(read(), new Revision(bad), Memory.EMPTY, soon());
        cluster.settle();

        assertThat(read().condition()).isInstanceOf(Condition.Settled.class);
        assertThat(at(cluster.set(stuck), "spec")).containsEntry("replicas", 0);
    }

    @Test
    void aPausedDeploymentIsRefusedWithWords() throws Exception {
        cluster.set("paused", true);

        refused(this::back, Fault.Kind.REJECTED, "paused");
        assertThat(cluster.server().writes()).isZero();
    }

    @Test
    void oneScaledToZeroServesNothingAndIsRefused() throws Exception {
        cluster.set("replicas", 0);

        assertThat(read().serving()).isEmpty();
        refused(this::back, Fault.Kind.REJECTED, "scaled to 0");
    }

    @Test
    void aReplicaSetThatWasCollectedIsGone() throws Exception {
        var seen = read();
        cluster.set("revisionHistoryLimit", 0);

        refused(() -> target.shift(seen, new Revision(good), Memory.EMPTY, soon()), Fault.Kind.CONFLICT, "");
        for (var way : List.of(target, Targets.of(cluster))) {
            var now = way.read(soon());
            refused(
                    () -> way.shift(now, new Revision(good), Memory.EMPTY, soon()),
                    Fault.Kind.NOT_FOUND,
                    "revisionHistoryLimit");
        }
        assertThat(read().revisions())
                .extracting(each -> each.revision().name())
                .containsExactly(bad);
        assertThat(read().revisions().getFirst().label()).contains("only 0 older kept");
    }

    @Test
    void whatIsPinnedIsToldFromWhatIsNot() throws Exception {
        var revisions = read().revisions();

        assertThat(revisions.getFirst().label()).isEqualTo("registry.test/api:latest (by tag); revision 2");
        assertThat(revisions.getLast().label()).isEqualTo(DIGEST + "; revision 1");
    }

    @Test
    void whereDigestsAreRequiredATagIsUnfit() throws Exception {
        var strict = new DeploymentTarget(
                _ -> KubeConfig.read(cluster.server().kubeconfig(), Optional.empty(), Path.of(".")),
                Targets.NAME,
                Pins.REQUIRED);

        var revisions = strict.read(soon()).revisions();

        assertThat(revisions.getFirst().unfit()).contains("not pinned: registry.test/api:latest has no digest");
        assertThat(revisions.getLast().unfit()).isEmpty();
    }

    @Test
    void aPersonsUndoDoesNotBringOldMemoryBack() throws Exception {
        target.remember(read(), stamped("older"), soon());
        cluster.settle();
        var hotfix = cluster.deploy("registry.test/api:4");
        target.remember(read(), stamped(hotfix), soon());
        cluster.settle();

        cluster.undo(bad);

        assertThat(read().only(new Revision(bad))).isTrue();
        assertThat(read().memory()).isEqualTo(stamped(hotfix));
    }

    @Test
    void notesChangedByAnotherHandAreNotActedUpon() throws Exception {
        target.remember(read(), stamped(good), soon());
        cluster.change(deployment -> at(deployment, "metadata", "annotations").put("belay.io/note.1", "1.1.zz rolled"));

        refused(this::read, Fault.Kind.REJECTED, "cannot be read");
    }

    @Test
    void aFirstRolloutServesSinceItsReplicaSetWasMade() throws Exception {
        var made = read().revisions().getFirst().created();

        assertThat(read().since()).isEqualTo(made).isPresent();
    }

    @Test
    void aReplicaSetOfAnotherOwnerCountsForNothing() throws Exception {
        cluster.stranger("77777", "registry.test/other:1");

        assertThat(read().serving()).isEqualTo(Map.of(new Revision(bad), 100));
        refused(() -> target.shift(read(), new Revision("77777"), Memory.EMPTY, soon()), Fault.Kind.NOT_FOUND, "77777");
    }

    @Test
    void listsInPagesAreReadToTheirEnd() throws Exception {
        for (int more = 0; more < 5; more++) {
            cluster.deploy("registry.test/api:more-" + more);
        }
        cluster.server().page(2);

        assertThat(read().revisions()).hasSize(7);
    }
}
