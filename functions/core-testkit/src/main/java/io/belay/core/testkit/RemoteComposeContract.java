package io.belay.core.testkit;

import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What a compose project owes its callers on a host that something else runs scripts on: an agent of a cloud's, or a shell. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the host's script wants sh and flock")
public abstract class RemoteComposeContract extends ReleaseTargetContract {
    /** The host. */
    protected final ComposeHost host;

    private Revision good = new Revision("none");
    private Revision bad = new Revision("none");
    private int before;

    /** A host in {@code folder}. */
    protected RemoteComposeContract(@TempDir Path folder) {
        host = new ComposeHost(folder);
    }

    /** How many scripts that change something the host was given. */
    protected abstract int written();

    /** Whether {@code script} changes something. */
    protected static boolean writes(String script) {
        return script.matches("(?s).*BELAY_ACTION='(shift|remember)'.*");
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
    protected ReleaseTarget other() {
        return target();
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
}
