package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Fault;
import io.belay.core.PortException;
import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.probe.Target;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Alarms that a test turns; {@code clock} is the cloud's. What befalls a read is set in its weather. */
public final class InMemoryAlarmSource implements AlarmSource {
    private final InstantSource clock;
    private final List<AlarmState> turns = new ArrayList<>();
    private final InMemoryWeather weather = new InMemoryWeather();
    private String kind = "memory";
    private boolean remembers = true;
    private boolean tellsSince = true;

    /** No alarm yet. */
    public InMemoryAlarmSource(InstantSource clock) {
        this.clock = clock;
    }

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** The same source by another word, as a delivery says it. */
    public synchronized InMemoryAlarmSource called(String word) {
        kind = word;
        return this;
    }

    /** Turns {@code alarm}, which watches nothing in particular. */
    public void turn(String alarm, Colour colour) {
        turn(alarm, colour, Map.of());
    }

    /** Turns {@code alarm} for {@code reason}. */
    public void turn(String alarm, Colour colour, String reason) {
        turn(alarm, colour, reason, Map.of());
    }

    /** Turns {@code alarm}; no turn where it is of that colour already. */
    public void turn(String alarm, Colour colour, Map<String, String> dimensions) {
        turn(alarm, colour, "turned " + colour + " by the test", dimensions);
    }

    private synchronized void turn(String alarm, Colour colour, String reason, Map<String, String> dimensions) {
        if (find(alarm).filter(each -> each.colour() == colour).isEmpty()) {
            turns.addFirst(new AlarmState(alarm, colour, Optional.of(clock.instant()), reason, dimensions));
        }
    }

    /** Whether it keeps a history. */
    public synchronized InMemoryAlarmSource remembers(boolean whether) {
        remembers = whether;
        return this;
    }

    /** Whether it says since when an alarm is of its colour. */
    public synchronized InMemoryAlarmSource tellsSince(boolean whether) {
        tellsSince = whether;
        return this;
    }

    /** How {@code alarm} stands, with no call made. */
    public synchronized Optional<AlarmState> find(String alarm) {
        return turns.stream().filter(each -> each.name().equals(alarm)).findFirst();
    }

    @Override
    public Target target() {
        return new Target("memory:alarms", "memory");
    }

    @Override
    public synchronized String kind() {
        return kind;
    }

    @Override
    public AlarmState read(String alarm, Deadline deadline) throws InterruptedException {
        weather.at(InMemoryWeather.Moment.BEFORE, InMemoryWeather.Call.READ);
        var state =
                find(alarm).orElseThrow(() -> new PortException(new Fault(Fault.Kind.NOT_FOUND, "no alarm " + alarm)));
        return new AlarmState(
                state.name(),
                state.colour(),
                state.since().filter(_ -> tellsSince),
                state.reason(),
                state.dimensions());
    }

    @Override
    public synchronized List<AlarmState> history(String alarm, Instant from, Deadline deadline) {
        return turns.stream()
                .filter(each -> remembers && each.name().equals(alarm))
                .filter(each -> each.since().filter(at -> !at.isBefore(from)).isPresent())
                .toList();
    }
}
