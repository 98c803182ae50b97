package io.belay.demo.harbor;

import io.belay.demo.server.ServerException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * What has been opened, to be closed the other way round: once, whatever each of them throws, and also where the JVM is
 * told to end first.
 */
final class Closing implements AutoCloseable {

    private final Deque<AutoCloseable> opened = new ArrayDeque<>();
    private final Thread hook = new Thread(this::closeAll, "harbor-closing");
    private boolean closed;

    Closing() {
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Remembers {@code resource} and gives it back.
     *
     * @throws ServerException where all is closed already; the resource is closed then
     */
    <T extends AutoCloseable> T add(T resource) {
        if (remember(resource)) {
            return resource;
        }
        var late = new ServerException("harbor was stopped while it started");
        close(resource, late);
        throw late;
    }

    /**
     * Closes all.
     *
     * @throws ServerException where some could not be closed, after all were tried
     */
    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException _) {
            // The JVM is ending, and whoever comes first closes.
        }
        closeAll();
    }

    /** Closes all because of {@code failure}, which is told what could not be closed. */
    void closeAfter(Exception failure) {
        try {
            close();
        } catch (ServerException more) {
            failure.addSuppressed(more);
        }
    }

    private synchronized boolean remember(AutoCloseable resource) {
        if (!closed) {
            opened.push(resource);
        }
        return !closed;
    }

    private synchronized List<AutoCloseable> take() {
        closed = true;
        var all = new ArrayList<>(opened);
        opened.clear();
        return all;
    }

    private void closeAll() {
        var failure = new ServerException("not everything could be stopped");
        take().forEach(resource -> close(resource, failure));
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    private static void close(AutoCloseable resource, Exception failure) {
        try {
            resource.close();
        } catch (Exception cause) {
            failure.addSuppressed(cause);
        }
    }
}
