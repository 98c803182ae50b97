package io.belay.adapter.compose;

import io.belay.core.Deadline;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.testkit.ReleaseTargetContract;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A compose host keeps the contract of release targets. */
final class ComposeContractTest extends ReleaseTargetContract {
    @TempDir
    private Path root;

    private StubDocker docker;
    private Revision good;
    private Revision bad;
    private int writes;

    @BeforeEach
    void deployTwice() {
        docker = new StubDocker(root);
        var first = new Release(docker.push(1).images(), Optional.of(Instant.parse("2026-11-20T08:00:00Z")));
        docker.file("v1.yaml", first.text());
        good = first.revision();
        bad = docker.deploy(2).revision();
    }

    /** Counts what is written. */
    private final class Counting implements Host {
        private final Host host = docker.host();

        @Override
        public Ran run(List<String> command, Deadline deadline) throws InterruptedException {
            writes += command.contains("up") ? 1 : 0;
            return host.run(command, deadline);
        }

        @Override
        public Map<String, String> texts(String folder) {
            return host.texts(folder);
        }

        @Override
        public void write(String folder, String file, String text) {
            writes++;
            host.write(folder, file, text);
        }

        @Override
        public <T> T alone(String folder, Deadline deadline, Callable<T> work) throws InterruptedException {
            return host.alone(folder, deadline, work);
        }
    }

    @Override
    protected ReleaseTarget target() {
        return new ComposeTarget(new Counting(), StubDocker.setup());
    }

    @Override
    protected ReleaseTarget other() {
        return new ComposeTarget(docker.host(), StubDocker.setup());
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
        var tagged = new Release(
                Map.of("backend", "ghcr.test/wms/backend:v1", "frontend", "ghcr.test/wms/frontend:v1"),
                Optional.empty());
        docker.file("by-tag.yaml", tagged.text());
        return Optional.of(tagged.revision());
    }

    @Override
    protected void deploy() {
        docker.deploy(3);
    }

    @Override
    protected boolean split() {
        return false;
    }

    @Override
    protected int writes() {
        return writes;
    }
}
