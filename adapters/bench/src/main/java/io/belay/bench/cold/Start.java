package io.belay.bench.cold;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * One start, measured.
 *
 * @param millis from the start of the process until its first answer
 * @param cpuMillis what it took of the processors until then
 * @param peakMegabytes the most memory that it held
 */
record Start(double millis, double cpuMillis, double peakMegabytes) {
    private static final Path LOGS = Path.of("target", "bench", "log");
    private static final String MEANT = "\"verdict\":\"pass\"";

    /** Starts {@code runner} as it is, and ends it at once when it has answered. */
    static Start of(Runner.Ready runner) throws IOException, InterruptedException {
        return of(runner, runner.started(), _ -> {});
    }

    /** Starts it by {@code command}, and has {@code then} done when it has answered. */
    static Start of(Runner.Ready runner, List<String> command, Then then) throws IOException, InterruptedException {
        try (var customer = runner.door().customer(runner.path());
                var instance = instance(runner, command, customer)) {
            var answer = customer.answer(instance);
            var millis = instance.age();
            var usage = instance.usage();
            require(answer);
            then.with(instance);
            return new Start(millis, usage.cpuMillis(), usage.peakMegabytes());
        }
    }

    /** A process of {@code runner} as it is, for {@code customer}. */
    static Instance instance(Runner.Ready runner, Customer customer) throws IOException {
        return instance(runner, runner.started(), customer);
    }

    private static Instance instance(Runner.Ready runner, List<String> command, Customer customer) throws IOException {
        var environment = new HashMap<>(runner.environment());
        environment.putAll(customer.environment());
        return Instance.start(command, environment, LOGS.resolve(runner.key() + ".txt"));
    }

    /** @throws IOException where {@code answer} says anything but that all is well */
    static void require(String answer) throws IOException {
        if (!answer.contains(MEANT)) {
            throw new IOException("answered: " + answer);
        }
    }

    /** What is done with a process that has answered. */
    @FunctionalInterface
    interface Then {
        void with(Instance instance) throws IOException, InterruptedException;
    }
}
