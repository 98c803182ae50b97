package io.belay.adapter.compose.remote;

import io.belay.core.release.ReleaseTarget;
import io.belay.core.testkit.ComposeHost;
import io.belay.core.testkit.RemoteComposeContract;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

class RemoteComposeContractTest extends RemoteComposeContract {
    RemoteComposeContractTest(@TempDir Path folder) {
        super(folder);
    }

    @Override
    protected ReleaseTarget target() {
        return new RemoteComposeTarget(host.shell(), host.project().toString(), ComposeHost.FILE);
    }

    @Override
    protected int written() {
        return (int) host.shell().scripts().stream()
                .filter(RemoteComposeContract::writes)
                .count();
    }
}
