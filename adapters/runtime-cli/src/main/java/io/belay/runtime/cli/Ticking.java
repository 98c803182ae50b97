package io.belay.runtime.cli;

import io.belay.adapter.report.ProgressLine;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Has a progress line go on while nothing is found: a rollback waits for minutes. */
record Ticking(ScheduledExecutorService clock) implements AutoCloseable {
    static Ticking each(ProgressLine line) {
        var clock = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("progress").factory());
        var _ = clock.scheduleAtFixedRate(line::tick, 1, 1, TimeUnit.SECONDS);
        return new Ticking(clock);
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
