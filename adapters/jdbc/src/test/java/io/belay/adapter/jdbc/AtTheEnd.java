package io.belay.adapter.jdbc;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Ends what all tests share once the last of them is done, and not only with the JVM: a server's databases are tens of
 * thousands of files, and Surefire waits thirty seconds for a JVM to go. JUnit finds it by itself.
 */
public final class AtTheEnd implements BeforeAllCallback {
    private static final Deque<Runnable> ENDS = new ArrayDeque<>();

    /** Does {@code end} once: after the last test, or when the JVM goes before that. */
    static void run(Runnable end) {
        var done = new AtomicBoolean();
        Runnable once = () -> {
            if (!done.getAndSet(true)) {
                end.run();
            }
        };
        Runtime.getRuntime().addShutdownHook(new Thread(once));
        synchronized (ENDS) {
            ENDS.push(once);
        }
    }

    private static void all() {
        synchronized (ENDS) {
            while (!ENDS.isEmpty()) {
                ENDS.pop().run();
            }
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        AutoCloseable end = AtTheEnd::all;
        context.getRoot()
                .getStore(ExtensionContext.Namespace.create(AtTheEnd.class))
                .put(AtTheEnd.class, end);
    }
}
