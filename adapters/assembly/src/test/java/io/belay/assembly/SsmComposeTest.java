package io.belay.assembly;

import io.belay.adapter.aws.AwsClients;
import io.belay.adapter.aws.AwsPlace;
import io.belay.adapter.aws.SsmShell;
import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.compose.remote.ComposeHost;
import io.belay.adapter.compose.remote.RemoteComposeTarget;
import io.belay.core.release.ReleaseTarget;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

class SsmComposeTest extends RemoteComposeContract {
    private static final String NODE = "i-0123456789abcdef0";

    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = new AwsClients(
            AwsPlace.of(
                    AwsServer.REGION,
                    Map.of(AwsPlace.ENDPOINT, server.endpoint().toString())),
            StaticCredentialsProvider.create(AwsBasicCredentials.create(AwsServer.ACCESS_KEY, AwsServer.SECRET_KEY)));

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
    int written() {
        return (int) server.ssm().commands().stream()
                .filter(RemoteComposeContract::writes)
                .count();
    }
}
