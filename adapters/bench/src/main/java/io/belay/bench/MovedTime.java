package io.belay.bench;

import io.belay.core.Time;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

/** The machine's clock, which can be put back for what was long ago; who waits puts it forward instead. */
final class MovedTime implements Time {
    private final AtomicReference<Duration> ahead = new AtomicReference<>(Duration.ZERO);

    /** What is done next was done {@code span} ago. */
    void ago(Duration span) {
        ahead.set(span.negated());
    }

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead.get());
    }

    @Override
    public void pause(Duration span) {
        if (span.isPositive()) {
            ahead.updateAndGet(now -> now.plus(span));
        }
    }
}
