package io.belay.runtime.fc;

import java.time.Duration;

/** Counts the calls that are running. Safe for use by many threads. */
final class Calls {
    private int running;

    synchronized void began() {
        running++;
    }

    synchronized void ended() {
        running--;
        notifyAll();
    }

    /** Waits until none runs, {@code atMost} so long. */
    synchronized void awaitEnd(Duration atMost) {
        var until = System.nanoTime() + atMost.toNanos();
        try {
            while (running > 0) {
                var left = (until - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
