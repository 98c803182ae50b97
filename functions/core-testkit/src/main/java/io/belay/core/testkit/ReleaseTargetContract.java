package io.belay.core.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.Journal;
import io.belay.core.release.Memory;
import io.belay.core.release.Quarantine;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Stamp;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * What every release target keeps, whatever it is. A subclass gives a fresh thing for each test on which {@link #bad()}, the
 * newest revision, serves alone, {@link #good()} is older and fit, and nothing is remembered; and the hands of somebody who
 * works on it past us.
 */
@Timeout(120)
public abstract class ReleaseTargetContract {
    private static final Instant AT = Instant.parse("2026-11-21T08:00:00Z");

    /** A way to the thing. */
    protected abstract ReleaseTarget target();

    /** The way of another instance to the same thing: nothing shared in memory. */
    protected abstract ReleaseTarget other();

    /** The revision that serves alone. */
    protected abstract Revision bad();

    /** An older one that is fit. */
    protected abstract Revision good();

    /** One that is there and cannot be shifted to; empty where this kind knows none. */
    protected abstract Optional<Revision> unfit();

    /** Somebody else deploys a third revision, which then serves alone and has arrived. */
    protected abstract void deploy();

    /** Somebody splits the traffic between {@link #bad()} and {@link #good()}; false where this kind cannot. */
    protected abstract boolean split();

    /** How many writes the thing has taken through targets, those that changed nothing as well. */
    protected abstract int writes();

    /** Whether the platform itself knows what ran before; where not, only what serves and what was stamped is there. */
    protected boolean knowsWhatRan() {
        return true;
    }

    /** Lets what is on its way arrive; many arrive by themselves. */
    protected void arrive() throws InterruptedException {}

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(30), InstantSource.system());
    }

    private static Deadline over() {
        return Deadline.in(Duration.ZERO, InstantSource.system());
    }

    private Standing read() throws InterruptedException {
        return target().read(soon());
    }

    private Memory memory() {
        return new Memory(
                List.of(new Stamp(good(), AT, "correlation-1", Map.of("main", List.of("005")))),
                List.of(new Quarantine(bad(), AT, "r-0123456789ab")),
                Optional.of(new Journal("r-0123456789ab", bad(), good(), Journal.State.SHIFTED, AT, AT.plusSeconds(1))),
                List.of(AT, AT.minusSeconds(3_600)));
    }

    private void shifted(Standing seen, Memory memory) throws InterruptedException {
        target().prepare(seen, good(), soon());
        target().shift(read(), good(), memory, soon());
        arrive();
    }

    private static void refused(ThrowingCallable call, Fault.Kind... kinds) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isIn((Object[]) kinds));
    }

    @Test
    void aTargetSaysWhatItIs() {
        assertThat(target().kind()).isNotBlank();
        assertThat(target().target().address())
                .isNotBlank()
                .isEqualTo(other().target().address());
        assertThat(target().room()).isEqualTo(other().room());
    }

    @Test
    void whatServesAndWhatIsThereIsRead() throws Exception {
        var standing = read();

        assertThat(standing.only(bad())).isTrue();
        assertThat(standing.current()).contains(bad());
        assertThat(standing.condition()).isInstanceOf(Standing.Condition.Settled.class);
        assertThat(standing.memory()).isEqualTo(Memory.EMPTY);
        assertThat(standing.revisions())
                .extracting(Standing.Available::revision)
                .containsSubsequence(knowsWhatRan() ? List.of(bad(), good()) : List.of(bad()));
        assertThat(standing.revisions())
                .filteredOn(each -> each.revision().equals(good()))
                .allMatch(each -> each.unfit().isEmpty());
    }

    @Test
    void readingWritesNothing() throws Exception {
        var first = read();
        var second = read();

        assertThat(second).isEqualTo(first);
        assertThat(writes()).isZero();
    }

    @Test
    void aShiftGivesAllToOneAndIsRemembered() throws Exception {
        shifted(read(), memory());

        var standing = other().read(soon());
        assertThat(standing.only(good())).isTrue();
        assertThat(standing.condition()).isInstanceOf(Standing.Condition.Settled.class);
        assertThat(standing.memory()).isEqualTo(memory());
    }

    @Test
    void preparingTakesNothingFromWhatServes() throws Exception {
        target().prepare(read(), good(), soon());

        assertThat(read().serving()).containsKey(bad());
    }

    @Test
    void aCanaryLosesItsShare() throws Exception {
        Assumptions.assumeTrue(split(), "this kind does not split traffic");

        shifted(read(), memory());

        assertThat(read().only(good())).isTrue();
    }

    @Test
    void shiftingToWhatServesAloneIsNoWrite() throws Exception {
        shifted(read(), memory());
        var before = writes();

        target().shift(read(), good(), memory(), soon());

        assertThat(writes()).isEqualTo(before);
        assertThat(read().only(good())).isTrue();
    }

    @Test
    void aShiftCanBeRepeatedAndGoesNoFurther() throws Exception {
        shifted(read(), Memory.EMPTY);
        shifted(read(), memory());

        assertThat(read().only(good())).isTrue();
    }

    @Test
    void aShiftFromAStaleStandingIsAConflict() throws Exception {
        var stale = read();
        deploy();
        var after = read();

        refused(() -> target().shift(stale, good(), memory(), soon()), Fault.Kind.CONFLICT);

        assertThat(read().serving()).isEqualTo(after.serving());
        assertThat(read().memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void rememberingOnAStaleStandingIsAConflict() throws Exception {
        var stale = read();
        deploy();

        refused(() -> target().remember(stale, memory(), soon()), Fault.Kind.CONFLICT);

        assertThat(read().memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void whatAnotherRememberedMeanwhileIsAConflict() throws Exception {
        var stale = read();
        other().remember(other().read(soon()), memory(), soon());

        refused(() -> target().remember(stale, Memory.EMPTY, soon()), Fault.Kind.CONFLICT);
        refused(() -> target().shift(stale, good(), Memory.EMPTY, soon()), Fault.Kind.CONFLICT);

        assertThat(read().memory()).isEqualTo(memory());
        assertThat(read().only(bad())).isTrue();
    }

    @Test
    void whatWasRememberedIsReadByAnotherInstance() throws Exception {
        target().remember(read(), memory(), soon());

        assertThat(other().read(soon()).memory()).isEqualTo(memory());
        assertThat(other().read(soon()).only(bad())).isTrue();
    }

    @Test
    void whatIsRememberedTakesThePlaceOfWhatWas() throws Exception {
        target().remember(read(), memory(), soon());
        target().remember(read(), Memory.EMPTY, soon());

        assertThat(other().read(soon()).memory()).isEqualTo(Memory.EMPTY);
    }

    @Test
    void afterRememberingWhatIsRememberedItIsKnownSinceWhenItServes() throws Exception {
        var seen = read();

        target().remember(seen, seen.memory(), soon());

        assertThat(read().since()).isPresent();
    }

    @Test
    void moreThanThereIsRoomForCostsTheOldestStamps() throws Exception {
        var newest = new Stamp(good(), AT, "correlation-1", Map.of());
        var stamps = IntStream.range(0, 500)
                .mapToObj(at -> at == 0 ? newest : new Stamp(new Revision("old-" + at), AT, "correlation", Map.of()))
                .toList();

        target().remember(read(), memory().with(stamps), soon());

        var kept = read().memory();
        assertThat(stamps).startsWith(kept.stamps().toArray(Stamp[]::new));
        assertThat(kept.stamps()).isNotEmpty();
        assertThat(kept.with(List.of())).isEqualTo(memory().with(List.of()));
    }

    @Test
    void whatCannotServeIsRefused() throws Exception {
        var unfit = unfit();
        Assumptions.assumeTrue(unfit.isPresent(), "this kind knows no unfit revision");
        var seen = read();

        refused(
                () -> {
                    target().prepare(seen, unfit.orElseThrow(), soon());
                    target().shift(read(), unfit.orElseThrow(), memory(), soon());
                },
                Fault.Kind.REJECTED,
                Fault.Kind.NOT_FOUND);

        assertThat(read().only(bad())).isTrue();
    }

    @Test
    void withNoTimeLeftNothingIsWritten() throws Exception {
        var seen = read();

        refused(() -> target().read(over()), Fault.Kind.TIMED_OUT);
        refused(() -> target().prepare(seen, good(), over()), Fault.Kind.TIMED_OUT);
        refused(() -> target().shift(seen, good(), memory(), over()), Fault.Kind.TIMED_OUT);
        refused(() -> target().remember(seen, memory(), over()), Fault.Kind.TIMED_OUT);

        assertThat(writes()).isZero();
        assertThat(read()).isEqualTo(seen);
    }
}
