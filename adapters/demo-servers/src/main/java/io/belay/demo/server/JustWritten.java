package io.belay.demo.server;

import java.io.IOException;
import java.time.Duration;

/**
 * Starts a program whose file we have just written. Where another thread starts a program in the same moment, that one
 * still holds our file open for writing, and Linux refuses with ETXTBSY, error 26, for some milliseconds.
 */
final class JustWritten {

    private static final int ATTEMPTS = 20;
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final String BUSY = "error=26";

    private JustWritten() {}

    /** Starts something. */
    @FunctionalInterface
    interface Start<T> {
        T start() throws IOException;
    }

    /** What {@code start} gives, once the file is no longer busy. */
    static <T> T start(Start<T> start) throws IOException, InterruptedException {
        for (var attempt = 1; attempt < ATTEMPTS; attempt++) {
            try {
                return start.start();
            } catch (IOException failure) {
                if (!reason(failure).contains(BUSY)) {
                    throw failure;
                }
                Thread.sleep(PAUSE);
            }
        }
        return start.start();
    }

    /** The words of the thing that failed first. */
    static String reason(Throwable failure) {
        var first = failure;
        for (var cause = failure.getCause(); cause != null; cause = cause.getCause()) {
            first = cause;
        }
        return String.valueOf(first.getMessage());
    }
}
