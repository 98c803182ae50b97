package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.Memory;
import io.belay.core.release.ReleaseTarget;
import io.belay.core.release.Revision;
import io.belay.core.release.Room;
import io.belay.core.release.Standing;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.util.Map;
import java.util.Optional;

/** One instance's way to an {@link InMemoryRelease}, which several may share. */
public final class InMemoryReleaseTarget implements ReleaseTarget {
    private final InMemoryRelease release;
    private final InMemoryWeather own;
    private final Map<String, String> dimensions;

    /** A way to {@code release}. */
    public InMemoryReleaseTarget(InMemoryRelease release) {
        this(release, new InMemoryWeather(), Map.of());
    }

    /** A way to {@code release} on which this instance's own {@code weather} befalls its calls as well. */
    public InMemoryReleaseTarget(InMemoryRelease release, InMemoryWeather weather) {
        this(release, weather, Map.of());
    }

    private InMemoryReleaseTarget(InMemoryRelease release, InMemoryWeather weather, Map<String, String> dimensions) {
        this.release = release;
        own = weather;
        this.dimensions = Map.copyOf(dimensions);
    }

    /** The same way, to what alarms watch as {@code others}. */
    public InMemoryReleaseTarget watchedAs(Map<String, String> others) {
        return new InMemoryReleaseTarget(release, own, others);
    }

    @Override
    public Map<String, String> dimensions() {
        return dimensions;
    }

    @Override
    public Target target() {
        return new Target("memory:" + release.name(), "memory");
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Room room() {
        return release.room();
    }

    @Override
    public Standing read(Deadline deadline) throws InterruptedException {
        begin(Call.READ, deadline);
        var standing = release.look();
        at(Moment.AFTER, Call.READ);
        return standing;
    }

    @Override
    public void prepare(Standing seen, Revision to, Deadline deadline) throws InterruptedException {
        begin(Call.PREPARE, deadline);
        release.fit(to);
        at(Moment.AFTER, Call.PREPARE);
    }

    @Override
    public void shift(Standing seen, Revision to, Memory memory, Deadline deadline) throws InterruptedException {
        write(Call.SHIFT, seen, memory, Optional.of(to), deadline);
    }

    @Override
    public void remember(Standing seen, Memory memory, Deadline deadline) throws InterruptedException {
        write(Call.REMEMBER, seen, memory, Optional.empty(), deadline);
    }

    private void write(Call call, Standing seen, Memory memory, Optional<Revision> to, Deadline deadline)
            throws InterruptedException {
        begin(call, deadline);
        to.ifPresent(release::fit);
        release.unchanged(seen);
        if (!seen.compared()) {
            at(Moment.BETWEEN, call);
        }
        if (to.isEmpty() || !seen.only(to.get()) || !seen.memory().equals(memory)) {
            release.write(memory, to);
        }
        at(Moment.AFTER, call);
    }

    private void begin(Call call, Deadline deadline) throws InterruptedException {
        at(Moment.BEFORE, call);
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time left to " + call));
        }
    }

    private void at(Moment moment, Call call) throws InterruptedException {
        own.at(moment, call);
        release.weather().at(moment, call);
    }
}
