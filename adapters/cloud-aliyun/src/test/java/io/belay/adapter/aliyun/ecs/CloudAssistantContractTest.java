package io.belay.adapter.aliyun.ecs;

import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.core.host.Shell;
import io.belay.core.testkit.ShellContract;
import io.belay.core.testkit.TestingShell;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the instance's scripts want sh")
class CloudAssistantContractTest extends ShellContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    CloudAssistantContractTest(@TempDir Path bin) {
        cloud.assistant().instance(Instances.HERE, Instances.doing(new TestingShell(bin)));
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    @Override
    protected Shell shell() {
        return Instances.of(cloud, Instances.HERE);
    }

    @Override
    protected Shell lost() {
        return Instances.of(cloud, "i-bp100000000000");
    }

    @Override
    protected int ran() {
        return cloud.assistant().commands().size();
    }
}
