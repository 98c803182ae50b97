package io.belay.adapter.aws;

import io.belay.core.PortException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Questions asked at once, so that a reading takes as long as the slowest of them. */
final class Together {
    private Together() {}

    /** One question. */
    interface Ask<T> {
        T get() throws InterruptedException;
    }

    /** One thing to do. */
    interface Act {
        void run() throws InterruptedException;
    }

    /** What becomes of both answers. */
    interface Join<A, B, R> {
        R of(A first, B second) throws InterruptedException;
    }

    /** Asks both and waits for both; the first one's fault where both have one. */
    static <A, B, R> R both(Ask<A> first, Ask<B> second, Join<A, B, R> join) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<B> other = threads.submit(second::get);
            try {
                return join.of(first.get(), answer(other));
            } finally {
                // Where the first one failed, nobody waits for the other.
                other.cancel(true);
            }
        }
    }

    /** Does both at once; where the first fails, the other is cut off, and may be done or not. */
    static void both(Act first, Act second) throws InterruptedException {
        both(
                () -> {
                    first.run();
                    return true;
                },
                () -> {
                    second.run();
                    return true;
                },
                Boolean::logicalAnd);
    }

    /** Asks all and waits for all; the first one's fault where several have one. */
    static <T> List<T> all(List<Ask<T>> asks) throws InterruptedException {
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var asked = asks.stream().map(each -> threads.submit(each::get)).toList();
            try {
                var answers = new ArrayList<T>();
                for (var each : asked) {
                    answers.add(answer(each));
                }
                return answers;
            } finally {
                asked.forEach(each -> each.cancel(true));
            }
        }
    }

    private static <T> T answer(Future<T> asked) throws InterruptedException {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case PortException fault -> throw fault;
                case InterruptedException called -> throw called;
                case Error error -> throw error;
                case null, default -> throw new IllegalStateException(failed.getCause());
            }
        }
    }
}
