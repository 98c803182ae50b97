package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class LambdaAliasTargetContractTest extends ReleaseTargetContract {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);
    private final String good = server.lambda().publish("serve");
    private final String bad = server.lambda().publish("serve");

    @BeforeEach
    void point() {
        server.lambda().point("serve", "live", bad);
    }

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected ReleaseTarget target() {
        return new LambdaAliasTarget(aws, "serve", "live");
    }

    @Override
    protected ReleaseTarget other() {
        return new LambdaAliasTarget(others, "serve", "live");
    }

    @Override
    protected Revision bad() {
        return new Revision(bad);
    }

    @Override
    protected Revision good() {
        return new Revision(good);
    }

    @Override
    protected Optional<Revision> unfit() {
        server.lambda().publish("serve");
        server.lambda().state("serve", "3", "Failed", "The image is gone");
        return Optional.of(new Revision("3"));
    }

    @Override
    protected void deploy() {
        server.lambda().point("serve", "live", server.lambda().publish("serve"));
    }

    @Override
    protected boolean split() {
        server.lambda().weigh("serve", "live", good, Map.of(bad, 0.1));
        return true;
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }
}
