package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.host.Shell;
import io.belay.core.testkit.ShellContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the node's scripts want sh")
class SsmShellContractTest extends ShellContract {
    private static final String NODE = "i-0123456789abcdef0";

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);

    SsmShellContractTest(@TempDir Path bin) {
        server.ssm().node(NODE, bin);
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    @Override
    protected Shell shell() {
        return new SsmShell(aws, NODE);
    }

    @Override
    protected Shell lost() {
        return new SsmShell(aws, "i-00000000000000000");
    }

    @Override
    protected int ran() {
        return server.ssm().commands().size();
    }
}
