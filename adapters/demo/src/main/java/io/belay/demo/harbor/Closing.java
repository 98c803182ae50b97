package io.belay.demo.harbor;

import io.belay.demo.server.ServerException;
import java.util.concurrent.ConcurrentLinkedDeque;

/** What has been opened, to be closed the other way round: once, whatever each of them throws. */
final class Closing implements AutoCloseable {

    private final ConcurrentLinkedDeque<AutoCloseable> opened = new ConcurrentLinkedDeque<>();

    /** Remembers {@code resource} and gives it back. */
    <T extends AutoCloseable> T add(T resource) {
        opened.push(resource);
        return resource;
    }

    /**
     * Closes all.
     *
     * @throws ServerException where some could not be closed, after all were tried
     */
    @Override
    public void close() {
        var failure = new ServerException("not everything could be stopped");
        for (var next = opened.poll(); next != null; next = opened.poll()) {
            try {
                next.close();
            } catch (Exception cause) {
                failure.addSuppressed(cause);
            }
        }
        if (failure.getSuppressed().length > 0) {
            throw failure;
        }
    }

    /** Closes all because of {@code failure}, which is told what could not be closed. */
    void closeAfter(Exception failure) {
        try {
            close();
        } catch (ServerException more) {
            failure.addSuppressed(more);
        }
    }
}
