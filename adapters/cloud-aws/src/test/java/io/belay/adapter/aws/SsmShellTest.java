package io.belay.adapter.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.Fault;
import io.belay.core.PortException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the node's scripts want sh")
class SsmShellTest {
    private static final String NODE = "i-0123456789abcdef0";

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);

    SsmShellTest(@TempDir Path bin) {
        server.ssm().node(NODE, bin);
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    @Test
    void aCommandWhoseAnswerIsLostIsSentOnce() {
        server.mishaps().loseAnswer("SendCommand");

        assertThatThrownBy(() -> new SsmShell(aws, NODE).run("true", Aws.soon()))
                .isInstanceOfSatisfying(
                        PortException.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(Fault.Kind.UNREACHABLE));
        assertThat(server.ssm().commands()).hasSize(1);
    }

    @Test
    void aNodeIsOfARegion() {
        var target = new SsmShell(aws, NODE).target();

        assertThat(target.address()).isEqualTo(AwsServer.REGION + ":" + NODE);
        assertThat(target.host()).isEqualTo(NODE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "wms", "i-0123456789abcdef0 i-1", "mi-XYZ"})
    void whatIsNoNodeIsRefused(String node) {
        assertThatThrownBy(() -> new SsmShell(aws, node)).isInstanceOf(IllegalArgumentException.class);
    }
}
