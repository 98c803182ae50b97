package io.belay.adapter.jdbc;

import io.belay.core.Deadline;
import java.sql.Connection;
import java.sql.SQLException;

/** Ends a connection at a deadline, whatever it is at: the servers' and the drivers' time-outs hold for each statement alone. */
final class HardStop implements AutoCloseable {
    private final Thread watching;

    private HardStop(Thread watching) {
        this.watching = watching;
    }

    static HardStop at(Deadline deadline, Connection connection) {
        return new HardStop(Thread.ofVirtual().name("belay-hard-stop").start(() -> {
            try {
                Thread.sleep(deadline.remaining());
                connection.abort(Runnable::run);
            } catch (InterruptedException | SQLException _) {
                // It was done in time, or is gone already.
            }
        }));
    }

    @Override
    public void close() {
        watching.interrupt();
    }
}
