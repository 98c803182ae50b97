package io.belay.adapter.aliyun.fc;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.FunctionComputeState;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.testkit.TestingTime;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FcAliasTargetTest {
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
    void shiftingMovesAllTrafficAndRemembersTheJournalInOneWrite() throws Exception {
        var seen = target.read(soon());
        cloud.forget();

        target.shift(seen, ONE, Memory.EMPTY.with(journal()), soon());

        assertThat(state.version("serve", "prod")).isEqualTo("1");
        assertThat(target.read(soon()).memory().journal()).contains(journal());
        assertThat(cloud.received().stream()
                        .filter(each -> !each.method().equals("GET"))
                        .map(each -> each.action()))
                .containsExactly("CreateAlias", "UpdateAlias");
    }

    @Test
    void shiftingEndsACanary() throws Exception {
        state.alias("serve", "prod", "1", Map.of("2", 0.2), "");

        target.shift(target.read(soon()), ONE, Memory.EMPTY, soon());

        assertThat(state.weights("serve", "prod")).isEmpty();
        assertThat(target.read(soon()).only(ONE)).isTrue();
    }

    @Test
    void shiftingToWhatServesAloneAlreadyIsNoWrite() throws Exception {
        var seen = target.read(soon());
        cloud.forget();

        target.shift(seen, TWO, Memory.EMPTY, soon());

        assertThat(cloud.received()).isEmpty();
    }

    @Test
    void whoShiftsTwiceDoesNoHarm() throws Exception {
        target.shift(target.read(soon()), ONE, memory(), soon());

        target.shift(target.read(soon()), ONE, memory(), soon());

        assertThat(target.read(soon()).only(ONE)).isTrue();
        assertThat(target.read(soon()).memory()).isEqualTo(memory());
    }

    @Test
    void aVersionThatIsNotThereIsNotFoundAndNothingMoves() throws Exception {
        var seen = target.read(soon());

        var fault = fault(() -> target.shift(seen, new Revision("9"), Memory.EMPTY, soon()));

        assertThat(fault.kind()).isEqualTo(Fault.Kind.NOT_FOUND);
        assertThat(state.version("serve", "prod")).isEqualTo("2");
    }

    @Test
    void latestIsNeverReturnedTo() throws Exception {
        var seen = target.read(soon());

        assertThat(fault(() -> target.shift(seen, new Revision("LATEST"), Memory.EMPTY, soon()))
                        .kind())
                .isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void anAliasThatMovedSinceItWasReadIsAConflict() throws Exception {
        var seen = target.read(soon());
        state.publish("serve", "a hotfix");
        state.alias("serve", "prod", "3", Map.of(), "the public entry");

        assertThat(fault(() -> target.shift(seen, ONE, Memory.EMPTY, soon())).kind())
                .isEqualTo(Fault.Kind.CONFLICT);
        assertThat(state.version("serve", "prod")).isEqualTo("3");
    }

    @Test
    void aMemoryThatAnotherInstanceWroteIsAConflict() throws Exception {
        var seen = target.read(soon());
        target("prod").remember(seen, memory(), soon());

        assertThat(fault(() -> target.shift(seen, ONE, Memory.EMPTY, soon())).kind())
                .isEqualTo(Fault.Kind.CONFLICT);
        assertThat(fault(() -> target.remember(seen, Memory.EMPTY, soon())).kind())
                .isEqualTo(Fault.Kind.CONFLICT);
        assertThat(target.read(soon()).memory()).isEqualTo(memory());
    }

    @Test
    void whoIsOvertakenDirectlyAfterTheWriteIsTold() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps()
                .before(
                        "UpdateAlias",
                        () -> cloud.mishaps()
                                .before("GetAlias", () -> state.alias("serve", "prod", "2", Map.of(), "mine")));

        assertThat(fault(() -> target.shift(seen, ONE, Memory.EMPTY, soon())).kind())
                .isEqualTo(Fault.Kind.CONFLICT);
    }

    @Test
    void aLostAnswerLeavesItToTheReaderWhatWasDone() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps().loseAnswer("UpdateAlias");

        var fault = fault(() -> target.shift(seen, ONE, memory(), soon()));

        assertThat(fault.kind().retryable()).isTrue();
        assertThat(cloud.actions()).filteredOn("UpdateAlias"::equals).hasSize(1);
        assertThat(target.read(soon()).only(ONE)).isTrue();
        assertThat(target.read(soon()).memory()).isEqualTo(memory());
    }

    @Test
    void aLostRequestMovesNothing() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps().loseRequest("UpdateAlias");

        assertThat(fault(() -> target.shift(seen, ONE, memory(), soon())).kind().retryable())
                .isTrue();
        assertThat(target.read(soon()).only(TWO)).isTrue();
    }

    @Test
    void whatIsRememberedIsReadByEveryInstanceAndMovesNothing() throws Exception {
        target.remember(target.read(soon()), memory(), soon());

        var standing = target("prod").read(soon());

        assertThat(standing.memory()).isEqualTo(memory());
        assertThat(standing.serving()).isEqualTo(Map.of(TWO, 100));
    }

    @Test
    void aCanaryIsLeftAloneByRemembering() throws Exception {
        state.alias("serve", "prod", "1", Map.of("2", 0.125), "");

        target.remember(target.read(soon()), memory(), soon());

        assertThat(state.weights("serve", "prod")).isEqualTo(Map.of("2", 0.125));
    }

    @Test
    void aShorterMemoryTakesThePlaceOfALongerOne() throws Exception {
        target.remember(target.read(soon()), memory(), soon());
        var shorter = new Memory(memory().stamps(), List.of(), Optional.empty(), List.of());

        target.remember(target.read(soon()), shorter, soon());

        assertThat(target.read(soon()).memory()).isEqualTo(shorter);
    }

    @Test
    void aPersonsWordsStay() throws Exception {
        target.remember(target.read(soon()), memory(), soon());
        target.shift(target.read(soon()), ONE, memory(), soon());

        assertThat(state.description("serve", "prod"))
                .endsWith(" | the public entry")
                .hasSizeLessThanOrEqualTo(256);
    }

    @Test
    void wordsThatDoNotFitAreCut() throws Exception {
        state.alias("serve", "prod", "2", Map.of(), "long words ".repeat(23));

        target.remember(target.read(soon()), memory(), soon());

        assertThat(state.description("serve", "prod")).contains(" | long words").hasSizeLessThanOrEqualTo(256);
        assertThat(target.read(soon()).memory()).isEqualTo(memory());
    }

    @Test
    void twoAliasesOfAFunctionRememberApart() throws Exception {
        state.alias("serve", "gray", "1", Map.of(), "");
        target.remember(target.read(soon()), memory(), soon());

        assertThat(target("gray").read(soon()).memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void anAliasOfALongNameHasNotesToo() throws Exception {
        var name = "a".repeat(128);
        state.alias("serve", name, "1", Map.of(), "");
        var named = target(name);

        named.remember(named.read(soon()), memory(), soon());

        assertThat(named.read(soon()).memory()).isEqualTo(memory());
    }

    @Test
    void whereNothingCanBeWrittenDownNothingMoves() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps().throttle("CreateAlias");

        assertThat(fault(() -> target.shift(seen, ONE, memory(), soon())).kind())
                .isEqualTo(Fault.Kind.THROTTLED);
        assertThat(state.version("serve", "prod")).isEqualTo("2");
        assertThat(target.read(soon()).memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void nothingIsRememberedInTagsWhichADeployTakesAway() throws Exception {
        target.shift(target.read(soon()), ONE, memory(), soon());

        assertThat(cloud.actions()).noneMatch(each -> each.contains("Tag"));
        assertThat(state.descriptions("serve"))
                .hasSizeGreaterThan(1)
                .allSatisfy((name, description) -> assertThat(name)
                        .satisfiesAnyOf(
                                each -> assertThat(each).isEqualTo("prod"),
                                each -> assertThat(each).matches("belay-prod-[ab]-\\d")));
    }

    @Test
    void sinceIsWhenTheVersionCameAndNotWhenItWasWrittenAbout() throws Exception {
        var came = target.read(soon()).since();
        time.advance(Duration.ofHours(1));

        target.remember(target.read(soon()), memory(), soon());

        assertThat(came).isPresent();
        assertThat(target.read(soon()).since()).isEqualTo(came);
    }

    @Test
    void sinceMovesOnWhenAnotherClientDeploys() throws Exception {
        target.remember(target.read(soon()), memory(), soon());
        time.advance(Duration.ofHours(1));
        state.alias("serve", "prod", "1", Map.of(), state.description("serve", "prod"));

        assertThat(target.read(soon()).since()).contains(now());
    }

    @Test
    void aShiftIsItsOwnBeginning() throws Exception {
        time.advance(Duration.ofHours(1));

        target.shift(target.read(soon()), ONE, memory(), soon());

        assertThat(target.read(soon()).since()).contains(now());
    }

    @Test
    void aThrottledWriteIsSaidAndNotRepeated() throws Exception {
        var seen = target.read(soon());
        cloud.mishaps().throttle("UpdateAlias");

        assertThat(fault(() -> target.shift(seen, ONE, Memory.EMPTY, soon())).kind())
                .isEqualTo(Fault.Kind.THROTTLED);
        assertThat(cloud.actions()).filteredOn("UpdateAlias"::equals).hasSize(1);
    }

    @Test
    void notesThatAnotherHandChangedAreNotActedUpon() throws Exception {
        target.remember(target.read(soon()), memory(), soon());
        var first = state.description("serve", "belay-prod-a-1");
        state.alias("serve", "belay-prod-a-1", "LATEST", Map.of(), first.replace("good", "bad"));

        assertThatThrownBy(() -> target.read(soon())).hasMessageContaining("cannot be read");
    }

    private FcAliasTarget target(String alias) {
        return new FcAliasTarget(Functions.of(cloud), "serve", alias);
    }

    private Journal journal() {
        return new Journal("r-1", TWO, ONE, Journal.State.SHIFTED, Instant.EPOCH, Instant.EPOCH);
    }

    private Memory memory() {
        var stamps = IntStream.range(0, 3)
                .mapToObj(each -> new Stamp(
                        ONE, Instant.EPOCH, "0123456789abcdef0123456789abcdef", Map.of("main", List.of("005", "006"))))
                .toList();
        return new Memory(
                stamps,
                List.of(new Quarantine(TWO, Instant.EPOCH, "r-1")),
                Optional.of(journal()),
                List.of(Instant.EPOCH));
    }

    private Instant now() {
        return time.instant().truncatedTo(ChronoUnit.SECONDS);
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
