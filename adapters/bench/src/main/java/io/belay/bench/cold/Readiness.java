package io.belay.bench.cold;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/**
 * Starts each once before anything is measured: so that its files are in memory, its cache is there and taken, and it answers
 * at all. By itself a JVM says nothing to the caller of a cache that does not fit, and starts slowly.
 */
final class Readiness {
    /** How much of a reason fits into a line. */
    private static final int MUCH = 120;

    private Readiness() {}

    /** {@code runner}, or why it cannot be measured. */
    static Runner of(Runner runner) throws InterruptedException {
        if (!(runner instanceof Runner.Ready ready)) {
            return runner;
        }
        try {
            if (ready.cache().isPresent() && !fits(ready, ready.cache().get())) {
                train(ready, ready.cache().get());
            } else if (ready.cache().isEmpty()) {
                Start.of(ready);
            }
            return ready;
        } catch (IOException failed) {
            return new Runner.Absent(ready.key(), ready.door(), ready.shown(), why(failed));
        }
    }

    private static boolean fits(Runner.Ready runner, Runner.Cache cache) throws IOException, InterruptedException {
        if (!Files.exists(cache.file())) {
            return false;
        }
        try {
            Start.of(runner, strictly(runner, cache), _ -> {});
            return true;
        } catch (IOException doesNotFit) {
            if (cache.made()) {
                throw doesNotFit;
            }
            return false;
        }
    }

    private static void train(Runner.Ready runner, Runner.Cache cache) throws IOException, InterruptedException {
        if (cache.made()) {
            throw new IOException(cache.file() + " was not made");
        }
        Files.createDirectories(cache.file().resolveSibling(""));
        Files.deleteIfExists(cache.file());
        Start.of(runner, runner.with("-XX:AOTCacheOutput=" + cache.file()), Instance::end);
        Start.of(runner, strictly(runner, cache), _ -> {});
    }

    /** A cache that does not fit ends it. */
    private static List<String> strictly(Runner.Ready runner, Runner.Cache cache) {
        return runner.with("-XX:AOTCache=" + cache.file(), "-XX:AOTMode=on");
    }

    private static String why(IOException failed) {
        var line = String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason was given");
        return line.length() > MUCH ? line.substring(0, MUCH) + "..." : line;
    }
}
