package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class EcsServiceTargetContractTest extends ReleaseTargetContract {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);
    private final String gone = server.ecs().register("orders");
    private final String good = server.ecs().register("orders");
    private final String bad = server.ecs().register("orders");

    @BeforeEach
    void serve() {
        server.ecs().deregister(gone);
        server.ecs().service("prod", "orders", bad, 4);
    }

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected ReleaseTarget target() {
        return new EcsServiceTarget(aws, "prod", "orders");
    }

    @Override
    protected ReleaseTarget other() {
        return new EcsServiceTarget(others, "prod", "orders");
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
        return Optional.of(new Revision(gone));
    }

    @Override
    protected void deploy() {
        server.ecs().deploy("prod", "orders", server.ecs().register("orders"));
        server.ecs().arrive("prod", "orders");
    }

    @Override
    protected boolean split() {
        server.ecs().service("prod", "orders", good, 4);
        server.ecs().deploy("prod", "orders", bad);
        server.ecs().progress("prod", "orders", 2);
        return true;
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }

    @Override
    protected void arrive() {
        server.ecs().arrive("prod", "orders");
    }
}
