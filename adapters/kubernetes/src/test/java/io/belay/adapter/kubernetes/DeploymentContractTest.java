package io.belay.adapter.kubernetes;

import io.belay.adapter.kubernetes.testkit.TestingCluster;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;

/** A Deployment keeps the contract of release targets. */
final class DeploymentContractTest extends ReleaseTargetContract {
    private final TestingCluster cluster = new TestingCluster(InstantSource.system());
    private final Revision unfit = new Revision(cluster.deploy("registry.test/api:1"));
    private final Revision good = new Revision(cluster.deploy("registry.test/api:2"));
    private final Revision bad = new Revision(cluster.deploy("registry.test/api:3"));

    @AfterEach
    void close() {
        cluster.close();
    }

    @Override
    protected ReleaseTarget target() {
        return Targets.of(cluster);
    }

    @Override
    protected ReleaseTarget other() {
        return Targets.of(cluster);
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
        cluster.dying(unfit.name());
        return Optional.of(unfit);
    }

    @Override
    protected void deploy() {
        cluster.deploy("registry.test/api:4");
    }

    @Override
    protected boolean split() {
        cluster.pods(good.name(), 2);
        return true;
    }

    @Override
    protected int writes() {
        return cluster.server().writes();
    }

    @Override
    protected void arrive() {
        cluster.settle();
    }
}
