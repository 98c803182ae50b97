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
import io.belay.core.testkit.TestingTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class EmergencyStopTest {
    private final TestingTime time = new TestingTime();
    private final AliyunCloud cloud = new AliyunCloud(time);
    private final FunctionComputeState state = cloud.functionCompute();
    private final EmergencyStop stop = instance();

    @BeforeEach
    void aFunction() {
        state.create("serve");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Test
    void aPlanSaysWhatItWouldDoAndDoesNot() throws Exception {
        state.reserve("serve", 20);

        assertThat(stop.read(soon()).plan()).contains("every call fails; now 20 at the most");
        assertThat(cloud.received()).allMatch(each -> each.method().equals("GET"));
    }

    @Test
    void aStoppedFunctionMayHaveNoInstance() throws Exception {
        stop.stop(stop.read(soon()), soon());

        assertThat(state.reserved("serve")).contains(0L);
        assertThat(stop.read(soon()).plan()).startsWith("nothing to do");
    }

    @Test
    void anyInstanceCanUndoItToWhatWasReserved() throws Exception {
        state.reserve("serve", 20);
        stop.stop(stop.read(soon()), soon());

        instance().undo(instance().read(soon()), soon());

        assertThat(state.reserved("serve")).contains(20L);
        assertThat(stop.read(soon()).before()).isEmpty();
    }

    @Test
    void whereNothingWasReservedNothingIsAgain() throws Exception {
        stop.stop(stop.read(soon()), soon());

        stop.undo(stop.read(soon()), soon());

        assertThat(state.reserved("serve")).isEmpty();
    }

    @Test
    void stoppingTwiceForgetsNothing() throws Exception {
        state.reserve("serve", 20);
        stop.stop(stop.read(soon()), soon());

        stop.stop(stop.read(soon()), soon());

        stop.undo(stop.read(soon()), soon());
        assertThat(state.reserved("serve")).contains(20L);
    }

    @Test
    void aLostAnswerCanBeUndone() throws Exception {
        state.reserve("serve", 20);
        var seen = stop.read(soon());
        cloud.mishaps().loseAnswer("PutConcurrencyConfig");
        assertThat(fault(() -> stop.stop(seen, soon())).kind().retryable()).isTrue();

        stop.undo(stop.read(soon()), soon());

        assertThat(state.reserved("serve")).contains(20L);
    }

    @Test
    void whatSomebodyElseStoppedIsNotOursToUndo() throws Exception {
        state.reserve("serve", 0);
        var seen = stop.read(soon());

        assertThat(fault(() -> stop.undo(seen, soon())).kind()).isEqualTo(Fault.Kind.REJECTED);
    }

    @Test
    void whoLiftedItMeanwhileIsNotOverruled() throws Exception {
        state.reserve("serve", 20);
        stop.stop(stop.read(soon()), soon());
        state.reserve("serve", 50);

        stop.undo(stop.read(soon()), soon());

        assertThat(state.reserved("serve")).contains(50L);
    }

    @Test
    void whatChangedSinceItWasReadIsAConflict() throws Exception {
        var seen = stop.read(soon());
        state.reserve("serve", 20);

        assertThat(fault(() -> stop.stop(seen, soon())).kind()).isEqualTo(Fault.Kind.CONFLICT);
        assertThat(state.reserved("serve")).contains(20L);
    }

    private EmergencyStop instance() {
        return new EmergencyStop(Functions.of(cloud), "serve", Optional.empty());
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
