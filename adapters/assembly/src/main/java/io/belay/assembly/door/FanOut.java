package io.belay.assembly.door;

import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Does the same for several systems at once: what takes long for one keeps nobody waiting. */
final class FanOut {
    private FanOut() {}

    /** What {@code each} says of every one, in their order. */
    static <T> List<T> over(List<String> systems, Function<String, T> each) {
        if (systems.size() < 2) {
            return systems.stream().map(each).toList();
        }
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = systems.stream()
                    .map(system -> threads.submit(() -> each.apply(system)))
                    .toList();
            return running.stream().map(FanOut::done).toList();
        }
    }

    private static <T> T done(Future<T> running) {
        try {
            return running.get();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("called off");
        } catch (ExecutionException thrown) {
            if (thrown.getCause() instanceof RuntimeException bug) {
                throw bug;
            }
            throw new IllegalStateException(thrown.getCause());
        }
    }
}
