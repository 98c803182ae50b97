package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.probe.Target;
import io.belay.core.release.EmergencyBrake;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.util.Optional;

/** A thing in memory that can be stopped. What befalls a call is set in its weather. Thread-safe. */
public final class InMemoryBrake implements EmergencyBrake {
    private final String name;
    private final InMemoryWeather weather = new InMemoryWeather();
    private Stand now = new Stand(Optional.empty(), Optional.empty());
    private int writes;

    /** A thing that runs, without a limit. */
    public InMemoryBrake(String name) {
        this.name = name;
    }

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** Somebody else allows so much, empty for no limit. */
    public synchronized void allow(Optional<Long> most) {
        now = new Stand(most, now.before());
    }

    /** How it stands, with no call made. */
    public synchronized Stand now() {
        return now;
    }

    /** How many writes it has taken. */
    public synchronized int writes() {
        return writes;
    }

    @Override
    public Target target() {
        return new Target("memory:" + name, "memory");
    }

    @Override
    public String kind() {
        return "memory";
    }

    @Override
    public Stand read(Deadline deadline) throws InterruptedException {
        inTime(deadline);
        weather.at(Moment.BEFORE, Call.READ);
        return now();
    }

    @Override
    public void stop(Stand seen, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        weather.at(Moment.BEFORE, Call.STOP);
        put(seen, seen.stopped() ? seen : new Stand(Optional.of(0L), Optional.of(seen.written())));
        weather.at(Moment.AFTER, Call.STOP);
    }

    @Override
    public void resume(Stand seen, Deadline deadline) throws InterruptedException {
        inTime(deadline);
        weather.at(Moment.BEFORE, Call.RESUME);
        put(seen, seen.resumed());
        weather.at(Moment.AFTER, Call.RESUME);
    }

    private synchronized void put(Stand seen, Stand next) {
        if (!seen.equals(now)) {
            throw new PortException(new Fault(Fault.Kind.CONFLICT, name + " does not stand as it was read"));
        }
        if (!next.equals(now)) {
            now = next;
            writes++;
        }
    }

    private static void inTime(Deadline deadline) {
        if (deadline.passed()) {
            throw new PortException(new Fault(Fault.Kind.TIMED_OUT, "no time is left to ask"));
        }
    }
}
