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
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing.Condition;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FcImageTargetTest {
    private static final String REPOSITORY = "registry-vpc.cn-hangzhou.aliyuncs.com/harbor/serve";
    private static final Revision GOOD = new Revision(REPOSITORY + "@sha256:" + "0".repeat(64));
    private static final Revision BAD = new Revision(REPOSITORY + "@sha256:" + "b".repeat(64));

    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final FunctionComputeState state = cloud.functionCompute();
    private final FcImageTarget target = new FcImageTarget(Functions.of(cloud), "serve");

    @BeforeEach
    void aFunctionOfTwoImages() {
        state.push(GOOD.name());
        state.create("serve", BAD.name());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aTagIsReadAsTheDigestThatItWasResolvedTo() throws Exception {
        state.tagged("serve", REPOSITORY + ":v7", GOOD.name());

        assertThat(target.read(soon()).only(GOOD)).isTrue();
    }

    @Test
    void anImageWithoutADigestHasNoRevision() {
        state.tagged("serve", REPOSITORY + ":v7", REPOSITORY + ":v7");

        assertThat(fault(() -> target.read(soon())).message()).contains("no image with a digest");
    }

    @Test
    void aFunctionOfAPackageHasNoRevision() {
        state.create("zipped");
        var zipped = new FcImageTarget(Functions.of(cloud), "zipped");

        assertThat(fault(() -> zipped.read(soon())).kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void whatWasStampedCanBeReturnedTo() throws Exception {
        target.remember(target.read(soon()), memory(), soon());

        assertThat(target.read(soon()).revisions())
                .extracting(each -> each.revision())
                .containsExactly(BAD, GOOD);
    }

    @Test
    void anUpdateIsMovingUntilItIsPrepared() throws Exception {
        state.settleAfter("serve", 4);
        target.shift(target.read(soon()), GOOD, memory(), soon());

        assertThat(target.read(soon()).condition()).isEqualTo(new Condition.Moving("LastUpdateStatus InProgress"));
        assertThat(target.read(soon()).condition()).isEqualTo(new Condition.Moving("LastUpdateStatus InProgress"));
        assertThat(target.read(soon()).condition()).isEqualTo(new Condition.Settled());
    }

    @Test
    void anImageThatWasDeletedLeavesItBroken() throws Exception {
        state.delete(GOOD.name());

        target.shift(target.read(soon()), GOOD, memory(), soon());

        assertThat(target.read(soon()).condition())
                .isInstanceOfSatisfying(
                        Condition.Broken.class,
                        broken -> assertThat(broken.why()).contains("ImageNotFound"));
    }

    @Test
    void howTheImageIsRunStays() throws Exception {
        state.port("serve", 8443);

        target.shift(target.read(soon()), GOOD, Memory.EMPTY, soon());

        assertThat(state.port("serve")).isEqualTo(8443);
        assertThat(state.image("serve")).contains(GOOD.name());
        var sent = cloud.received().stream()
                .filter(each -> each.action().equals("UpdateFunction"))
                .toList();
        assertThat(sent).hasSize(1).allMatch(each -> !each.body().contains("resolvedImageUri"));
    }

    @Test
    void theJournalOfTwoImagesFitsIntoDescriptions() throws Exception {
        target.remember(target.read(soon()), memory(), soon());

        assertThat(target.read(soon()).memory()).isEqualTo(memory());
        assertThat(state.descriptions("serve").values())
                .allMatch(each -> each.length() <= 256 && each.equals(each.strip()));
    }

    @Test
    void aShorterJournalLeavesNothingOfALongerOne() throws Exception {
        target.remember(target.read(soon()), memory(), soon());

        target.remember(target.read(soon()), Memory.EMPTY, soon());

        assertThat(target.read(soon()).memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void aLostAnswerLeavesItToTheReaderWhatWasDone() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps().loseAnswer("UpdateFunction");

        assertThat(fault(() -> target.shift(seen, GOOD, memory(), soon()))
                        .kind()
                        .retryable())
                .isTrue();
        assertThat(cloud.actions()).filteredOn("UpdateFunction"::equals).hasSize(1);
        assertThat(target.read(soon()).only(GOOD)).isTrue();
    }

    @Test
    void sinceIsWhenTheImageCame() throws Exception {
        var came = target.read(soon()).since();
        time.advance(Duration.ofHours(1));
        target.remember(target.read(soon()), memory(), soon());
        assertThat(target.read(soon()).since()).isEqualTo(came);

        target.shift(target.read(soon()), GOOD, memory(), soon());

        assertThat(target.read(soon()).since()).contains(time.instant());
    }

    private Memory memory() {
        return new Memory(
                List.of(new Stamp(GOOD, Instant.EPOCH, "0123456789abcdef", Map.of("main", List.of("005")))),
                List.of(),
                Optional.of(
                        new Journal("r-0123456789ab", BAD, GOOD, Journal.State.VERIFIED, Instant.EPOCH, Instant.EPOCH)),
                List.of(Instant.EPOCH));
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
