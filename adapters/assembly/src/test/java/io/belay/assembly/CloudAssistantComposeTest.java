package io.belay.assembly;

import io.belay.adapter.aliyun.AliyunKinds;
import io.belay.adapter.aliyun.testkit.AliyunCloud;
import io.belay.adapter.aliyun.testkit.AssistantState.Ran;
import io.belay.adapter.compose.remote.RemoteComposeKind;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.settings.Cloud;
import io.belay.core.settings.Key;
import io.belay.core.settings.Settings;
import io.belay.core.settings.Text;
import io.belay.core.testkit.ComposeHost;
import io.belay.core.testkit.RemoteComposeContract;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class CloudAssistantComposeTest extends RemoteComposeContract {
    private final AliyunCloud cloud = new AliyunCloud(InstantSource.system());

    CloudAssistantComposeTest(@TempDir Path folder) {
        super(folder);
        cloud.assistant().instance("i-bp185dy2o3o6n", this::ran);
    }

    /** An agent gives output and errors as one. */
    private Ran ran(String script) {
        try {
            var ended = host.shell().run(script, ComposeHost.soon());
            return new Ran(ended.code(), ended.complained() + ended.said());
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    @AfterEach
    void close() {
        cloud.close();
    }

    /** Each time another instance, bound from a block of a file. */
    @Override
    protected ReleaseTarget target() {
        var kinds = new AliyunKinds(cloud.environment());
        var block = Settings.builder()
                .set(Key.text("instance", ""), Text.of("i-bp185dy2o3o6n"))
                .set(Key.text("folder", ""), Text.of(host.project().toString()))
                .set(Key.text("file", ""), Text.of(ComposeHost.FILE))
                .build();
        return new RemoteComposeKind(kinds.shells().getFirst())
                .bind(block, Optional.of(new Cloud(Cloud.Provider.ALIYUN, "cn-hangzhou")));
    }

    @Override
    protected int written() {
        return (int) cloud.assistant().commands().stream()
                .filter(RemoteComposeContract::writes)
                .count();
    }
}
