package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Time;
import io.belay.core.alarm.AlarmBell;
import io.belay.core.alarm.AlarmState.Colour;
import io.belay.core.alarm.DrillMark;
import io.belay.core.alarm.DrillTrail;
import io.belay.core.testkit.InMemoryWeather.Call;
import io.belay.core.testkit.InMemoryWeather.Moment;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Where a drill is held in memory: a bell on {@link InMemoryAlarmSource}'s alarms, and legs that take as long as a test says. */
public final class InMemoryDrillGround implements AlarmBell, DrillTrail {
    private final Time time;
    private final InMemoryAlarmSource source;
    private final InMemoryWeather weather = new InMemoryWeather();
    private final Map<Leg, Duration> spans = new EnumMap<>(Leg.class);
    private Optional<DrillMark> rung = Optional.empty();

    /** A ground on which no leg is ever done. */
    public InMemoryDrillGround(Time time, InMemoryAlarmSource source) {
        this.time = time;
        this.source = source;
    }

    /** What befalls its calls. */
    public InMemoryWeather weather() {
        return weather;
    }

    /** {@code leg} is done {@code span} after the alarm was rung. */
    public InMemoryDrillGround done(Leg leg, Duration span) {
        spans.put(leg, span);
        return this;
    }

    /** The mark for which it rings now. */
    public Optional<DrillMark> rung() {
        return rung;
    }

    @Override
    public void ring(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        weather.at(Moment.BEFORE, Call.RING);
        rung = Optional.of(mark);
        source.turn(alarm, Colour.RED, mark.reason());
        weather.at(Moment.AFTER, Call.RING);
    }

    @Override
    public void reset(String alarm, DrillMark mark, Deadline deadline) throws InterruptedException {
        weather.at(Moment.BEFORE, Call.RESET);
        rung = Optional.empty();
        source.turn(alarm, Colour.GREEN, "measured");
    }

    @Override
    public Optional<Instant> seen(Leg leg, String alarm, DrillMark mark, Instant from, Deadline deadline)
            throws InterruptedException {
        weather.at(Moment.BEFORE, Call.TRACE);
        return Optional.ofNullable(spans.get(leg))
                .map(from::plus)
                .filter(at -> rung.equals(Optional.of(mark)) && !at.isAfter(time.instant()));
    }
}
