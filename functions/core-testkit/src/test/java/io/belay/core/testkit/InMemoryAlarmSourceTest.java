package io.belay.core.testkit;

import io.belay.core.alarm.AlarmSource;
import io.belay.core.alarm.AlarmState.Colour;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

final class InMemoryAlarmSourceTest extends AlarmSourceContract {
    private final TestingTime clock = new TestingTime();
    private final InMemoryAlarmSource alarms = new InMemoryAlarmSource(clock);

    @Override
    protected AlarmSource source() {
        return alarms;
    }

    @Override
    protected String alarm() {
        return "errors";
    }

    @Override
    protected void turn(Colour colour) {
        clock.advance(Duration.ofMinutes(1));
        alarms.turn("errors", colour);
    }

    @Override
    protected InstantSource clock() {
        return clock;
    }

    @Override
    protected Optional<AlarmSource> away() {
        return Optional.empty();
    }
}
