package io.belay.adapter.aliyun.fc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.testkit.EmergencyBrakeContract;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FcBrakeTest extends EmergencyBrakeContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final EmergencyBrake brake = other();

    @BeforeEach
    void aFunction() {
        cloud.functionCompute().create("serve");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    protected EmergencyBrake brake() {
        return brake;
    }

    @Override
    protected EmergencyBrake other() {
        return new FcBrake(Functions.of(cloud), "serve");
    }

    @Override
    protected void allow(Optional<Long> most) {
        most.ifPresentOrElse(
                each -> cloud.functionCompute().reserve("serve", each),
                () -> cloud.functionCompute().unreserve("serve"));
    }

    @Override
    protected Optional<Long> allowed() {
        return cloud.functionCompute().reserved("serve");
    }

    @Override
    protected int writes() {
        return (int) cloud.received().stream()
                .filter(each -> !each.method().equals("GET"))
                .count();
    }

    private static Deadline soon() {
        return Cloud.soon(InstantSource.system());
    }

    @Test
    void aLostAnswerCanBeUndone() throws Exception {
        cloud.functionCompute().reserve("serve", 20);
        var seen = brake.read(soon());
        cloud.mishaps().loseAnswer("PutConcurrencyConfig");
        assertThatThrownBy(() -> brake.stop(seen, soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        lost -> assertThat(lost.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));

        other().resume(other().read(soon()), soon());

        assertThat(allowed()).contains(20L);
    }

    @Test
    void whatIsToComeAgainIsWrittenDownBeforeItIsStopped() throws Exception {
        cloud.functionCompute().reserve("serve", 20);
        var seen = brake.read(soon());
        cloud.mishaps().loseRequest("PutConcurrencyConfig");
        assertThatThrownBy(() -> brake.stop(seen, soon())).isInstanceOf(PortException.class);

        assertThat(brake.read(soon())).isEqualTo(new EmergencyBrake.Stand(Optional.of(20L), Optional.of("20")));
    }

    @Test
    void whatSomebodyWroteInItsPlaceIsNotActedUpon() throws Exception {
        brake.stop(brake.read(soon()), soon());
        cloud.functionCompute().alias("serve", "belay_stop-a-1", "LATEST", Map.of(), "belay1 1 1 stop twenty");
        var seen = brake.read(soon());

        assertThatThrownBy(() -> brake.resume(seen, soon())).hasMessageContaining("cannot be read");
        assertThat(allowed()).contains(0L);
    }
}
