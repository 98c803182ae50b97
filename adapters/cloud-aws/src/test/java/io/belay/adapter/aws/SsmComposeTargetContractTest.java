package io.belay.adapter.aws;

import io.belay.adapter.aws.testkit.AwsServer;
import io.belay.adapter.aws.testkit.ComposeHost;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the host's script wants sh and flock")
class SsmComposeTargetContractTest extends ReleaseTargetContract {
    private final AwsServer server = AwsServer.start();
    private final AwsClients aws = Aws.clients(server);
    private final AwsClients others = Aws.clients(server);
    private final ComposeHost host;
    private Revision good = new Revision("none");
    private Revision bad = new Revision("none");
    private int before;

    SsmComposeTargetContractTest(@TempDir Path folder) {
        host = new ComposeHost(server, folder);
    }

    @BeforeEach
    void serve() throws Exception {
        host.registry(1, 2);
        host.deploy(1);
        var first = target().read(Aws.soon());
        good = first.current().orElseThrow();
        target().remember(first, Memory.EMPTY, Aws.soon());
        host.deploy(2);
        bad = target().read(Aws.soon()).current().orElseThrow();
        before = written();
    }

    @AfterEach
    void close() {
        aws.close();
        others.close();
        server.close();
    }

    @Override
    protected ReleaseTarget target() {
        return new SsmComposeTarget(aws, ComposeHost.NODE, host.project().toString(), ComposeHost.FILE);
    }

    @Override
    protected ReleaseTarget other() {
        return new SsmComposeTarget(others, ComposeHost.NODE, host.project().toString(), ComposeHost.FILE);
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
        return (int) server.ssm().commands().stream()
                .filter(each -> each.matches("(?s).*BELAY_ACTION='(shift|remember)'.*"))
                .count();
    }
}
