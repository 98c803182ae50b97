package io.belay.rollback;

import io.belay.core.PortException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** An answer that was asked for ahead of its use. */
record Ahead<T>(FutureTask<T> task) {
    /** The answer, or the fault that came instead. */
    T get() throws InterruptedException {
        // Does nothing where somebody asks already.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException called) {
            task.cancel(true);
            throw called;
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case PortException fault -> throw fault;
                case InterruptedException called -> throw called;
                case RuntimeException bug -> throw bug;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
