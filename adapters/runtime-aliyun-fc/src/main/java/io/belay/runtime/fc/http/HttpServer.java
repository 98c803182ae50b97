package io.belay.runtime.fc.http;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executor;

/** Listens, and keeps each connection for as long as its other side does, unless that sends what is no request. */
public final class HttpServer {
    private static final int BACKLOG = 1024;

    private static final Duration MOMENT = Duration.ofSeconds(1);

    private final ServerSocket server;
    private final InetSocketAddress address;
    private final Thread acceptor;
    private final Connections connections;

    private HttpServer(ServerSocket server, InetSocketAddress address, Thread acceptor, Connections connections) {
        this.server = server;
        this.address = address;
        this.acceptor = acceptor;
        this.connections = connections;
    }

    /**
     * Starts to listen.
     *
     * @param at where
     * @param time what tells the time that answers bear
     * @param threads run a connection each, for as long as it is open: virtual ones are meant
     * @throws IOException where the port is taken
     */
    public static HttpServer start(
            InetSocketAddress at, Handler handler, Limits limits, InstantSource time, Executor threads)
            throws IOException {
        requireNonNull(handler, "handler");
        requireNonNull(time, "time");
        requireNonNull(threads, "threads");
        var server = bound(at, limits);
        var connections = new Connections();
        var acceptor = new Acceptor(server, handler, limits, time, connections, threads);
        var thread = new Thread(acceptor, "http");
        // It is what keeps the process from ending.
        thread.setDaemon(false);
        thread.start();
        return new HttpServer(server, (InetSocketAddress) server.getLocalSocketAddress(), thread, connections);
    }

    private static ServerSocket bound(InetSocketAddress at, Limits limits) throws IOException {
        var server = new ServerSocket();
        try {
            server.bind(at, BACKLOG);
            server.setSoTimeout(Math.clamp(limits.spans().write().toMillis() / 4, 1, 60_000));
            return server;
        } catch (IOException taken) {
            server.close();
            throw taken;
        }
    }

    /** Where it listens. */
    public InetSocketAddress address() {
        return address;
    }

    /**
     * Stops to listen and ends what is idle at once; answers that are under way are awaited for {@code grace}, and then whatever is
     * left is ended.
     */
    public void close(Duration grace) {
        try {
            server.close();
            // The system goes on to accept until the thread that waits for that is gone.
            acceptor.join(MOMENT);
        } catch (IOException _) {
            // It listens no more, however it ended.
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        connections.end(grace);
    }
}
