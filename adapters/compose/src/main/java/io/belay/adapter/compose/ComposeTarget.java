package io.belay.adapter.compose;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.MemoryText;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.release.Standing.Condition;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

/**
 * Services of a compose project. A revision is the set of their images by digest; a shift brings them up with a file that
 * overrides the images and nothing else. What is remembered is a file beside those files.
 *
 * <p>Docker compares nothing. So every write is done alone among all instances on the host, and reads once more before: what a
 * person does with docker in that moment is seen after it.
 */
public final class ComposeTarget implements ReleaseTarget {
    private static final Room ROOM = new Room(1_000, 16, 1_000);

    private final Host host;
    private final ComposeSetup setup;
    private final Docker docker;

    /** The services of {@code setup} on {@code host}. */
    public ComposeTarget(Host host, ComposeSetup setup) {
        this.host = host;
        this.setup = setup;
        docker = new Docker(host, setup);
    }

    @Override
    public Target target() {
        return new Target(
                setup.host() + "/" + setup.project().orElse("compose") + "/" + String.join("+", setup.services()),
                setup.host());
    }

    @Override
    public String kind() {
        return "compose";
    }

    @Override
    public Room room() {
        return ROOM;
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        return look(deadline).standing();
    }

    /** Nothing is to be done: compose replaces a container only once its image is there. */
    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) {
        inTime(deadline);
        fit(seen, to);
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        if (seen.only(to)
                && seen.condition() instanceof Condition.Settled
                && seen.memory().equals(memory)) {
            return;
        }
        fit(seen, to);
        alone(deadline, () -> {
            var now = unchanged(seen, deadline);
            record(now);
            var file = now.file(to).orElseThrow(() -> gone(to));
            write(memory);
            docker.up(file, deadline);
            if (!read(deadline).serving().containsKey(to)) {
                throw new PortException(new Fault(
                        Fault.Kind.CONFLICT, target().address() + ": something else came up than was asked for"));
            }
            return true;
        });
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        alone(deadline, () -> {
            record(unchanged(seen, deadline));
            write(memory);
            return true;
        });
    }

    private Situation look(Deadline deadline) throws InterruptedException {
        inTime(deadline);
        var containers = docker.containers(deadline);
        return new Situation(setup, containers, docker.images(containers, deadline), host.texts(setup.releases()));
    }

    /** What runs is written down before it is left or stamped, so that there is a way back to it. */
    private void record(Situation now) {
        now.unrecorded()
                .ifPresent(release -> host.write(setup.releases(), release.revision() + ".yaml", release.text()));
    }

    private void write(Memory memory) {
        var text = MemoryText.write(memory, ROOM).entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue() + "\n")
                .collect(Collectors.joining());
        host.write(setup.releases(), Situation.MEMORY, text);
    }

    private Situation unchanged(Standing seen, Deadline deadline) throws InterruptedException {
        var situation = look(deadline);
        var now = situation.standing();
        if (!now.serving().equals(seen.serving())
                || !now.since().equals(seen.since())
                || !now.memory().equals(seen.memory())) {
            throw new PortException(
                    new Fault(Fault.Kind.CONFLICT, target().address() + " has changed since it was read"));
        }
        return situation;
    }

    private void alone(Deadline deadline, Callable<Boolean> work) throws InterruptedException {
        host.alone(setup.releases(), deadline, work);
    }

    private void inTime(Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, target().address() + ": no time is left"));
        }
    }

    private void fit(Standing seen, Revision to) {
        var found = seen.revisions().stream()
                .filter(each -> each.revision().equals(to))
                .findFirst()
                .orElseThrow(() -> gone(to));
        found.unfit().ifPresent(why -> {
            throw new PortException(new Fault(Fault.Kind.REJECTED, to + " is " + why));
        });
    }

    private PortException gone(Revision to) {
        return new PortException(new Fault(
                Fault.Kind.NOT_FOUND, target().address() + ": no file in " + setup.releases() + " holds " + to));
    }
}
