package io.belay.core.testkit;

import io.belay.core.Deadline;
import io.belay.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** A clock that moves only when told to: by {@link #advance} or by somebody's pause. */
public final class TestingTime implements Time {
    /** Where a fresh one starts. */
    public static final Instant START = Instant.parse("2026-11-21T08:00:00Z");

    private final AtomicReference<Instant> now = new AtomicReference<>(START);

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public void pause(Duration span) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        advance(span);
    }

    /** Moves the clock on. */
    public void advance(Duration span) {
        now.updateAndGet(instant -> span.isNegative() ? instant : instant.plus(span));
    }

    /** The deadline {@code span} from now on this clock. */
    public Deadline in(Duration span) {
        return Deadline.in(span, this);
    }
}
