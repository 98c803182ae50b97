package io.belay.assembly;

import io.belay.core.Time;
import java.time.Duration;
import java.time.Instant;

/** The machine's own clock. */
public final class SystemTime implements Time {
    @Override
    public Instant instant() {
        return Instant.now();
    }

    @Override
    public void pause(Duration span) throws InterruptedException {
        if (span.isPositive()) {
            Thread.sleep(span);
        }
    }
}
