package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.release.Memory;
import io.belay.core.testkit.EmergencyBrakeContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LambdaBrakeTest extends EmergencyBrakeContract {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);
    private final EmergencyBrake brake = new LambdaBrake(aws, "serve");

    @BeforeEach
    void aFunction() {
        server.lambda().publish("serve");
    }

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected EmergencyBrake brake() {
        return brake;
    }

    @Override
    protected EmergencyBrake other() {
        return new LambdaBrake(others, "serve");
    }

    @Override
    protected void allow(Optional<Long> most) {
        server.lambda().reserve("serve", most.map(Math::toIntExact));
    }

    @Override
    protected Optional<Long> allowed() {
        return server.lambda().reserved("serve").map(Integer::longValue);
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }

    @Test
    void aLostAnswerCanBeUndone() throws Exception {
        allow(Optional.of(20L));
        var seen = brake.read(Aws.soon());
        server.mishaps().loseAnswer("PutFunctionConcurrency");
        assertThatThrownBy(() -> brake.stop(seen, Aws.soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        lost -> assertThat(lost.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));

        other().resume(other().read(Aws.soon()), Aws.soon());

        assertThat(allowed()).contains(20L);
        assertThat(server.lambda().tags("serve")).isEmpty();
    }

    @Test
    void whatSomebodyWroteInItsPlaceIsNotActedUpon() throws Exception {
        brake.stop(brake.read(Aws.soon()), Aws.soon());
        server.lambda().tag("serve", Map.of("belay:stop", "twenty"));
        var seen = brake.read(Aws.soon());

        assertThatThrownBy(() -> brake.resume(seen, Aws.soon())).hasMessageContaining("cannot be read");
        assertThat(allowed()).contains(0L);
    }

    @Test
    void whatCannotBeReservedAgainStaysStopped() throws Exception {
        allow(Optional.of(900L));
        brake.stop(brake.read(Aws.soon()), Aws.soon());
        server.lambda().publish("greedy");
        server.lambda().reserve("greedy", Optional.of(500));
        var seen = brake.read(Aws.soon());

        assertThatThrownBy(() -> brake.resume(seen, Aws.soon()))
                .hasMessageContaining("UnreservedConcurrentExecution below its minimum");
        assertThat(brake.read(Aws.soon())).isEqualTo(seen);
    }

    /** A note of ours in a tag of the function is none of an alias's. */
    @Test
    void anAliasOfTheSameFunctionLeavesItsNoteAlone() throws Exception {
        server.lambda().point("serve", "live", "1");
        brake.stop(brake.read(Aws.soon()), Aws.soon());
        var alias = new LambdaAliasTarget(aws, "serve", "live");

        alias.remember(alias.read(Aws.soon()), Memory.EMPTY, Aws.soon());

        assertThat(server.lambda().tags("serve")).containsEntry("belay:stop", "none");
    }
}
