package io.belay.rollback;

import java.util.concurrent.atomic.AtomicReference;

/** Runs a history on a virtual thread: giving way to another is then cheap. */
final class OnOneThread {
    private OnOneThread() {}

    static void run(Runnable history) {
        var failure = new AtomicReference<Throwable>();
        var thread = Thread.ofVirtual().start(() -> {
            try {
                history.run();
            } catch (Throwable thrown) {
                failure.set(thrown);
            }
        });
        try {
            thread.join();
        } catch (InterruptedException calledOff) {
            throw new AssertionError(calledOff);
        }
        if (failure.get() instanceof AssertionError broken) {
            throw broken;
        }
        if (failure.get() != null) {
            throw new AssertionError("a bug", failure.get());
        }
    }
}
