package io.belay.bench.cold;

import java.io.IOException;
import java.util.Map;

/** Who calls a process that has only begun to start, and waits until it answers. */
sealed interface Customer extends AutoCloseable permits HttpCustomer, LambdaCustomer {
    /** What the process is to know of where to listen, or whom to ask. */
    Map<String, String> environment();

    /**
     * The first answer to a call of a function.
     *
     * @throws IOException where it ended without, or did not answer in a minute
     * @throws InterruptedException when called off
     */
    default String answer(Instance instance) throws IOException, InterruptedException {
        return ask(instance, "{}");
    }

    /** Waits until it has said that it is there and has read all that it needs; no function is run. */
    void ready(Instance instance) throws IOException, InterruptedException;

    /** What a function answers to {@code body}. */
    String ask(Instance instance, String body) throws IOException, InterruptedException;

    @Override
    void close() throws IOException;
}
