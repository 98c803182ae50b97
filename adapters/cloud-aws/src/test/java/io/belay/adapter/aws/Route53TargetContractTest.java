package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class Route53TargetContractTest extends ReleaseTargetContract {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);
    private final ReleaseTarget target = new Route53Target(aws, "Z1", "api.example.com", "A");
    private final ReleaseTarget other = new Route53Target(others, "Z1", "api.example.com", "A");
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);
    private Revision good = new Revision("none");
    private Revision bad = new Revision("none");

    @BeforeEach
    void serve() throws Exception {
        server.route53().set("Z1", "api.example.com", "A", 60, "192.0.2.1", "192.0.2.2");
        var first = target.read(Aws.soon());
        good = first.current().orElseThrow();
        target.remember(first, Memory.EMPTY, Aws.soon());
        server.route53().set("Z1", "api.example.com", "A", 60, "192.0.2.9");
        bad = target.read(Aws.soon()).current().orElseThrow();
        server.forgetCalls();
    }

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected ReleaseTarget target() {
        return new LaterTarget(target, ahead::get);
    }

    @Override
    protected ReleaseTarget other() {
        return new LaterTarget(other, ahead::get);
    }

    @Override
    protected Revision bad() {
        return bad;
    }

    @Override
    protected Revision good() {
        return good;
    }

    @Override
    protected Optional<Revision> unfit() {
        return Optional.of(new Revision("0123456789abcdef0123456789abcdef"));
    }

    @Override
    protected void deploy() {
        server.route53().set("Z1", "api.example.com", "A", 60, "192.0.2.7");
    }

    @Override
    protected boolean split() {
        return false;
    }

    @Override
    protected int writes() {
        return server.writes().size();
    }

    @Override
    protected void arrive() {
        server.route53().sync();
        ahead.set(Duration.ofMinutes(5));
    }
}
