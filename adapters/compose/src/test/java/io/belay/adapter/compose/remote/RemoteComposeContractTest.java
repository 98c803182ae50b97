package io.belay.adapter.compose.remote;

import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ComposeHost;
import io.belay.core.testkit.ReleaseTargetContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the host's script wants sh and flock")
class RemoteComposeContractTest extends ReleaseTargetContract {
    private final ComposeHost host;
    private Revision good = new Revision("none");
    private Revision bad = new Revision("none");
    private int before;

    RemoteComposeContractTest(@TempDir Path folder) {
        host = new ComposeHost(folder);
    }

    @BeforeEach
    void serve() throws Exception {
        host.registry(1, 2);
        host.deploy(1);
        var first = target().read(ComposeHost.soon());
        good = first.current().orElseThrow();
        target().remember(first, Memory.EMPTY, ComposeHost.soon());
        host.deploy(2);
        bad = target().read(ComposeHost.soon()).current().orElseThrow();
        before = written();
    }

    @Override
    protected ReleaseTarget target() {
        return new RemoteComposeTarget(host.shell(), host.project().toString(), ComposeHost.FILE);
    }

    @Override
    protected ReleaseTarget other() {
        return new RemoteComposeTarget(host.shell(), host.project().toString(), ComposeHost.FILE);
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
        host.deploy(3);
    }

    @Override
    protected boolean split() {
        return false;
    }

    @Override
    protected int writes() {
        return written() - before;
    }

    private int written() {
        return (int) host.shell().scripts().stream()
                .filter(each -> each.matches("(?s).*BELAY_ACTION='(shift|remember)'.*"))
                .count();
    }
}
