package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class FcAliasContractTest extends ReleaseTargetContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final ReleaseTarget target = instance();

    @BeforeEach
    void twoVersionsOfWhichTheSecondServes() {
        cloud.functionCompute().create("serve");
        cloud.functionCompute().publish("serve", "good");
        cloud.functionCompute().publish("serve", "bad");
        cloud.functionCompute().publish("serve", "not active");
        cloud.functionCompute().state("serve", "3", "Failed");
        cloud.functionCompute().alias("serve", "prod", "2", Map.of(), "the public entry");
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private ReleaseTarget instance() {
        return new FcAliasTarget(Functions.of(cloud), "serve", "prod");
    }

    @Override
    protected ReleaseTarget target() {
        return target;
    }

    @Override
    protected ReleaseTarget other() {
        return instance();
    }

    @Override
    protected Revision bad() {
        return new Revision("2");
    }

    @Override
    protected Revision good() {
        return new Revision("1");
    }

    @Override
    protected Optional<Revision> unfit() {
        return Optional.of(new Revision("3"));
    }

    @Override
    protected void deploy() {
        var version = cloud.functionCompute().publish("serve", "a third");
        cloud.functionCompute().alias("serve", "prod", version, Map.of(), "the public entry");
    }

    @Override
    protected boolean split() {
        cloud.functionCompute().alias("serve", "prod", "1", Map.of("2", 0.2), "the public entry");
        return true;
    }

    @Override
    protected int writes() {
        return (int) cloud.received().stream()
                .filter(each -> !each.method().equals("GET"))
                .count();
    }
}
