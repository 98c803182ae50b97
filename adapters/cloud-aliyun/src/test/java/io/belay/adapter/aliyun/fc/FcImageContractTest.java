package io.belay.adapter.aliyun.fc;

import io.belay.adapter.aliyun.Cloud;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Standing;
import io.belay.core.testkit.ReleaseTargetContract;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class FcImageContractTest extends ReleaseTargetContract {
    private static final String REPOSITORY = "registry-vpc.cn-hangzhou.aliyuncs.com/harbor-namespace/serve@sha256:";

    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());
    private final ReleaseTarget target = instance();

    @BeforeEach
    void aFunctionOfAnImage() {
        cloud.functionCompute().push(good().name());
        cloud.functionCompute().create("serve", bad().name());
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    private ReleaseTarget instance() {
        return new FcImageTarget(Functions.of(cloud), "serve");
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
        return new Revision(REPOSITORY + "b".repeat(64));
    }

    @Override
    protected Revision good() {
        return new Revision(REPOSITORY + "0".repeat(64));
    }

    @Override
    protected Optional<Revision> unfit() {
        return Optional.of(new Revision("registry-vpc.cn-hangzhou.aliyuncs.com/harbor-namespace/serve:latest"));
    }

    @Override
    protected void deploy() {
        cloud.functionCompute().deployImage("serve", REPOSITORY + "c".repeat(64));
    }

    @Override
    protected boolean split() {
        return false;
    }

    @Override
    protected int writes() {
        return (int) cloud.received().stream()
                .filter(each -> !each.method().equals("GET"))
                .count();
    }

    @Override
    protected void arrive() throws InterruptedException {
        var deadline = Cloud.soon(InstantSource.system());
        while (!(target.read(deadline).condition() instanceof Standing.Condition.Settled)) {
            Thread.onSpinWait();
        }
    }

    /** Function Compute knows no image but the one that it runs. */
    @Override
    protected boolean knowsWhatRan() {
        return false;
    }
}
