package io.belay.runtime.fc.http;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.concurrent.locks.LockSupport;

/**
 * Accepts connections until its socket is closed, and now and then ends those whose other side takes nothing: a thread that
 * writes cannot be told to give up after a while.
 */
record Acceptor(
        ServerSocket server,
        Handler handler,
        Limits limits,
        InstantSource time,
        Connections connections,
        Executor threads)
        implements Runnable {
    /** So long it waits where the machine has nothing to accept with, such as descriptors. */
    private static final long PAUSE = 50_000_000;

    @Override
    public void run() {
        var round = limits.spans().write().toNanos() / 4;
        var looked = System.nanoTime();
        while (!server.isClosed()) {
            try {
                accept();
                if (System.nanoTime() - looked >= round) {
                    connections.cutStuck();
                    looked = System.nanoTime();
                }
            } catch (RuntimeException | Error thrown) {
                // Such as no memory for a moment. Were this thread to end, the process would live on and hear nobody.
                tell(thrown);
                LockSupport.parkNanos(PAUSE);
            }
        }
    }

    private void accept() {
        try {
            accepted(server.accept());
        } catch (SocketTimeoutException _) {
            // Time to look.
        } catch (IOException _) {
            LockSupport.parkNanos(PAUSE);
        }
    }

    private void tell(Throwable thrown) {
        try {
            var _ = handler.bug(thrown);
        } catch (RuntimeException | Error _) {
            // Nor could that be told.
        }
    }

    /** A surplus of as many again is told why; beyond it nobody is. */
    private void accepted(Socket socket) throws IOException {
        var running = false;
        try {
            var before = connections.size();
            running = before < 2L * limits.connections() && begun(socket, before >= limits.connections());
        } finally {
            if (!running) {
                socket.close();
            }
        }
    }

    private boolean begun(Socket socket, boolean surplus) {
        try {
            socket.setTcpNoDelay(true);
            var connection = new Connection(socket, handler, limits, time, connections, surplus);
            var joined = connections.joins(connection);
            if (joined) {
                start(connection);
            }
            return joined;
        } catch (IOException _) {
            // It went away before anything was said.
            return false;
        }
    }

    private void start(Connection connection) {
        var runs = false;
        try {
            threads.execute(connection);
            runs = true;
        } finally {
            if (!runs) {
                connections.left(connection);
            }
        }
    }
}
