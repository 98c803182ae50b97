package io.belay.adapter.aliyun.testkit;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What befalls requests, by the name of their operation; each once, in the order it was asked for. Thread-safe. */
public final class Mishaps {
    private final List<Mishap> waiting = new ArrayList<>();
    private volatile Duration latency = Duration.ZERO;

    /** One thing that befalls a request. */
    sealed interface Mishap {
        String action();

        /** Done, and the connection is cut before the answer. */
        record AnswerLost(String action) implements Mishap {}

        /** The connection is cut before anything is done. */
        record RequestLost(String action) implements Mishap {}

        /** Done, and answered after {@code span} only. */
        record Slow(String action, Duration span) implements Mishap {}

        /** Not done, and answered so. */
        record Answered(String action, int status, String body) implements Mishap {}

        /** Somebody does something directly before it. */
        record Before(String action, Runnable other) implements Mishap {}
    }

    Mishaps() {}

    /** The next {@code action} is done, and its answer is lost. */
    public void loseAnswer(String action) {
        add(new Mishap.AnswerLost(action));
    }

    /** The next {@code action} is lost on its way. */
    public void loseRequest(String action) {
        add(new Mishap.RequestLost(action));
    }

    /** The next {@code action} is done, and answered {@code span} later. */
    public void slow(String action, Duration span) {
        add(new Mishap.Slow(action, span));
    }

    /** The next {@code action} is throttled, as Function Compute says it (Function Compute 3.0, "Error codes": 429). */
    public void throttle(String action) {
        answer(
                action,
                429,
                "{\"Code\":\"ResourceThrottled\",\"Message\":\"the request is throttled\",\"RequestId\":\"1-t\"}");
    }

    /** The next {@code action} is not done and answered so: a gateway's page, a refusal. */
    public void answer(String action, int status, String body) {
        add(new Mishap.Answered(action, status, body));
    }

    /** Directly before the next {@code action} is done, {@code other} happens. */
    public void before(String action, Runnable other) {
        add(new Mishap.Before(action, other));
    }

    /** Every answer takes {@code span} longer from now on. */
    public void latency(Duration span) {
        latency = span;
    }

    Duration latency() {
        return latency;
    }

    private synchronized void add(Mishap mishap) {
        waiting.add(mishap);
    }

    synchronized Optional<Mishap> next(String action) {
        var found =
                waiting.stream().filter(each -> each.action().equals(action)).findFirst();
        found.ifPresent(waiting::remove);
        return found;
    }
}
