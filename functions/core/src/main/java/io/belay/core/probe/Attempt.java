package io.belay.core.probe;

import io.belay.core.Deadline;
import io.belay.core.fact.Fact;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * One exchange over blocking I/O, on a virtual thread of its own, so that it ends by the deadline and when it is called
 * off, whatever a driver's own time-outs are.
 *
 * <p>It is ended by interrupt, which closes the socket that a virtual thread is blocked on (see {@link java.net.Socket} and
 * {@link java.net.DatagramSocket}). What no interrupt reaches, such as the platform's look-up of a name, is left to end by
 * itself: nobody waits for it and its outcome is dropped.
 */
public final class Attempt {
    private volatile String waitingFor = "connecting";

    private Attempt() {}

    /** What is exchanged. */
    @FunctionalInterface
    public interface Exchange {
        /**
         * Talks to the target. Closes what it opens on every way out.
         *
         * @return the facts measured
         * @throws SocketTimeoutException where the target is silent
         * @throws IOException where it refuses; the message is the reason, fit to show
         * @throws InterruptedException when called off
         */
        List<Fact> with(Attempt attempt) throws IOException, InterruptedException;
    }

    /**
     * Makes one attempt.
     *
     * @throws InterruptedException when called off
     */
    public static Observation make(Deadline deadline, Exchange exchange) throws InterruptedException {
        var attempt = new Attempt();
        var started = System.nanoTime();
        if (deadline.passed()) {
            return new Observation.Silent(attempt.waitingFor, Duration.ZERO);
        }
        var task = new FutureTask<>(() -> exchange.with(attempt));
        Thread.ofVirtual().name("attempt").start(task);
        try {
            var facts = task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
            return new Observation.Answered(facts, since(started));
        } catch (TimeoutException _) {
            return new Observation.Silent(attempt.waitingFor, since(started));
        } catch (ExecutionException failed) {
            return attempt.failed(failed, since(started));
        } finally {
            task.cancel(true);
        }
    }

    /** Says what is waited for from now on, for the reason of a silence: {@code the banner}. */
    public void waitFor(String what) {
        waitingFor = what;
    }

    private Observation failed(ExecutionException failed, Duration took) {
        return switch (failed.getCause()) {
            case SocketTimeoutException _ -> new Observation.Silent(waitingFor, took);
            case IOException refused -> new Observation.Refused(reason(refused), took);
            case RuntimeException bug -> throw bug;
            case Error error -> throw error;
            case null, default -> throw new IllegalStateException(failed);
        };
    }

    private static String reason(IOException refused) {
        var said = Optional.ofNullable(refused.getMessage())
                .filter(message -> !message.isBlank())
                .orElse(refused.getClass().getSimpleName());
        return refused instanceof UnknownHostException ? "no such host: " + said : said;
    }

    private static Duration since(long started) {
        return Duration.ofNanos(System.nanoTime() - started);
    }
}
