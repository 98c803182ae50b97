package io.belay.adapter.aws;

import io.belay.core.Deadline;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import java.time.Duration;
import java.time.InstantSource;
import java.util.function.Supplier;

/** A target whose callers' clocks are ahead, so that no test waits for a name server. */
record LaterTarget(ReleaseTarget way, Supplier<Duration> ahead) implements ReleaseTarget {
    private Deadline later(Deadline deadline) {
        InstantSource clock = () -> deadline.time().instant().plus(ahead.get());
        return new Deadline(deadline.at().plus(ahead.get()), clock);
    }

    @Override
    public String kind() {
        return way.kind();
    }

    @Override
    public Target target() {
        return way.target();
    }

    @Override
    public Room room() {
        return way.room();
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        return way.read(later(deadline));
    }

    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) throws InterruptedException {
        way.prepare(seen, to, later(deadline));
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        way.shift(seen, to, memory, later(deadline));
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        way.remember(seen, memory, later(deadline));
    }
}
