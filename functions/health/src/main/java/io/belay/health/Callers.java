package io.belay.health;

import io.belay.core.check.Sampling;
import io.belay.core.fact.Expectation;
import io.belay.core.probe.Probe;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Who asks as often as a sampling says: one caller, or so many at once, each with a pause between two askings of his own. None begins
 * another one for which the deadline leaves no time.
 */
record Callers(Sampling sampling, Probe probe, Asker asker) {
    /** Hands every answer that counts to {@code heard}, one after the other, in the order in which they came. */
    void ask(List<Expectation> expectations, Consumer<Asking> heard) throws InterruptedException {
        var begun = new AtomicInteger();
        if (sampling.atOnce() == 1) {
            caller(begun, expectations, heard);
            return;
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var callers = Stream.generate(() -> threads.submit(() -> {
                        caller(begun, expectations, heard);
                        return true;
                    }))
                    .limit(sampling.atOnce())
                    .toList();
            try {
                for (var caller : callers) {
                    await(caller);
                }
            } finally {
                threads.shutdownNow();
            }
        }
    }

    private void caller(AtomicInteger begun, List<Expectation> expectations, Consumer<Asking> heard)
            throws InterruptedException {
        for (int at = begun.getAndIncrement(); at < sampling.all(); at = begun.getAndIncrement()) {
            if (asker.deadline().remaining().compareTo(sampling.every()) <= 0) {
                return;
            }
            var attempt = asker.ask(probe, expectations);
            if (at >= sampling.warmUp()) {
                synchronized (begun) {
                    heard.accept(attempt);
                }
            }
            asker.time().pause(sampling.every());
        }
    }

    private static void await(Future<Boolean> caller) throws InterruptedException {
        try {
            caller.get();
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof InterruptedException calledOff) {
                throw calledOff;
            }
            if (thrown.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(thrown.getCause());
        }
    }
}
