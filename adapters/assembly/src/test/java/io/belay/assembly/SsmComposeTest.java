package io.belay.assembly;

import io.belay.adapter.aws.AwsClients;
import io.belay.adapter.aws.AwsPlace;
import io.belay.adapter.aws.SsmShell;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.compose.remote.RemoteComposeTarget;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.testkit.ComposeHost;
import io.belay.core.testkit.RemoteComposeContract;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

class SsmComposeTest extends RemoteComposeContract {
    private static final String NODE = "i-0123456789abcdef0";

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = AwsClients.of(
            AwsServer.REGION, Map.of(AwsPlace.ENDPOINT, server.endpoint().toString()));

    /** Where the SDK's default chain looks first. */
    @BeforeAll
    static void signed() {
        System.setProperty("aws.accessKeyId", AwsServer.ACCESS_KEY);
        System.setProperty("aws.secretAccessKey", AwsServer.SECRET_KEY);
    }

    @AfterAll
    static void unsigned() {
        System.clearProperty("aws.accessKeyId");
        System.clearProperty("aws.secretAccessKey");
    }

    SsmComposeTest(@TempDir Path folder) {
        super(folder);
        server.ssm().node(NODE, host.bin());
    }

    @AfterEach
    void close() {
        aws.close();
        server.close();
    }

    @Override
    protected ReleaseTarget target() {
        return new RemoteComposeTarget(new SsmShell(aws, NODE), host.project().toString(), ComposeHost.FILE);
    }

    @Override
    protected int written() {
        return (int) server.ssm().commands().stream()
                .filter(RemoteComposeContract::writes)
                .count();
    }
}
