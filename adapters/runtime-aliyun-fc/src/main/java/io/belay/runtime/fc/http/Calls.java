package io.belay.runtime.fc.http;

import java.time.Duration;

/** Counts the calls that are running, of a server or of what stands behind it. Safe for use by many threads. */
public final class Calls {
    private int running;

    /** None runs. */
    public Calls() {}

    /** One more runs. */
    public synchronized void began() {
        running++;
    }

    /** One of them is over. */
    public synchronized void ended() {
        running--;
        notifyAll();
    }

    /** Waits until none runs, {@code atMost} so long. */
    public synchronized void awaitEnd(Duration atMost) {
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
