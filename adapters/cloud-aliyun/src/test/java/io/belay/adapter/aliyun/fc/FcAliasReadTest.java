package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.testkit.TestingTime;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FcAliasReadTest {
    private static final Revision ONE = new Revision("1");
    private static final Revision TWO = new Revision("2");

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final FunctionComputeState state = cloud.functionCompute();
    private final FcAliasTarget target = target("prod");

    @BeforeEach
    void twoVersionsOfWhichTheSecondServes() {
        state.create("serve");
        state.publish("serve", "the first");
        state.publish("serve", "the second");
        state.alias("serve", "prod", "2", Map.of(), "the public entry");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void whatTheAliasPointsToServesAlone() throws Exception {
        var standing = target.read(soon());

        assertThat(standing.serving()).containsExactly(Map.entry(TWO, 100));
        assertThat(standing.condition()).isEqualTo(new Standing.Condition.Settled());
        assertThat(standing.compared()).isFalse();
        assertThat(standing.memory()).isEqualTo(Memory.EMPTY);
        assertThat(standing.revisions())
                .extracting(each -> each.revision() + " " + each.label())
                .containsExactly("2 the second", "1 the first");
    }

    @Test
    void aCanaryServesWithItsShare() throws Exception {
        state.alias("serve", "prod", "1", Map.of("2", 0.05), "");

        var standing = target.read(soon());

        assertThat(standing.serving()).isEqualTo(Map.of(ONE, 95, TWO, 5));
        assertThat(standing.current()).contains(TWO);
    }

    @Test
    void aShareOfLessThanOnePercentIsSeen() throws Exception {
        state.alias("serve", "prod", "1", Map.of("2", 0.001), "");

        assertThat(target.read(soon()).serving()).isEqualTo(Map.of(ONE, 99, TWO, 1));
    }

    @Test
    void readingWritesNothing() throws Exception {
        target.read(soon());

        assertThat(cloud.received()).allMatch(each -> each.method().equals("GET"));
    }

    @Test
    void readingTakesFourCalls() throws Exception {
        target.read(soon());

        assertThat(cloud.actions())
                .containsExactlyInAnyOrder("GetAlias", "GetFunction", "ListFunctionVersions", "ListAliases");
    }

    @Test
    void theNewestHundredVersionsAreRead() throws Exception {
        IntStream.range(0, 150).forEach(each -> state.publish("serve", ""));

        var revisions = target.read(soon()).revisions();

        assertThat(revisions).hasSize(100);
        assertThat(revisions.getFirst().revision().name()).isEqualTo("152");
    }

    @Test
    void anAliasThatIsNotThereIsNotFound() {
        assertThat(fault(() -> target("other").read(soon())).kind()).isEqualTo(Fault.Kind.NOT_FOUND);
    }

    @Test
    void anAliasOfLatestHasNoRevision() {
        state.alias("serve", "prod", "LATEST", Map.of(), "");

        assertThat(fault(() -> target.read(soon())).message()).contains("publish a version");
    }

    @Test
    void anAliasOfADeletedVersionIsBroken() throws Exception {
        state.deleteVersion("serve", "2");

        var standing = target.read(soon());

        assertThat(standing.condition())
                .isInstanceOfSatisfying(
                        Standing.Condition.Broken.class,
                        broken -> assertThat(broken.why()).contains("VersionNotFound"));
        assertThat(standing.serving()).containsKey(TWO);
    }

    @Test
    void aVersionWhoseImageIsBeingFetchedIsMoving() throws Exception {
        state.state("serve", "2", "Pending");

        assertThat(target.read(soon()).condition()).isEqualTo(new Standing.Condition.Moving("Pending"));
    }

    @Test
    void aVersionThatIsReadyNeedsNoPreparing() throws Exception {
        var seen = target.read(soon());
        cloud.forget();

        target.prepare(seen, ONE, soon());

        assertThat(cloud.actions()).isEmpty();
    }

    @Test
    void aVersionThatCannotServeIsSaidBeforeAnythingMoves() throws Exception {
        var seen = target.read(soon());
        cloud.forget();

        state.state("serve", "1", "Failed");
        assertThat(refused(seen).kind()).isEqualTo(Fault.Kind.REJECTED);
        state.state("serve", "1", "Inactive");
        assertThat(refused(seen).message()).contains("Inactive");
        state.state("serve", "1", "Pending");
        assertThat(refused(seen).kind().retryable()).isTrue();

        assertThat(cloud.actions()).allMatch(each -> each.startsWith("Get") || each.startsWith("List"));
    }

    private Fault refused(Standing seen) {
        return fault(() -> target.shift(seen, ONE, Memory.EMPTY, soon()));
    }

    private FcAliasTarget target(String alias) {
        return new FcAliasTarget(Functions.of(cloud), "serve", alias);
    }

    private Deadline soon() {
        return Cloud.soon(time);
    }

    /** What may be thrown. */
    private interface Act {
        void run() throws Exception;
    }

    private static Fault fault(Act act) {
        return requireNonNull(catchThrowableOfType(PortException.class, act::run))
                .fault();
    }
}
