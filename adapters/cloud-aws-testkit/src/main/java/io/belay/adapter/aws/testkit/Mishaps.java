package io.belay.adapter.aws.testkit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What shall go wrong, by action ({@code UpdateAlias}); each wish holds for one call of it, in the order of the wishes. */
public final class Mishaps {
    private final Map<String, Deque<Mishap>> wished = new ConcurrentHashMap<>();
    private volatile Duration latency = Duration.ZERO;

    Mishaps() {}

    /** One thing that goes wrong. */
    sealed interface Mishap {
        /** Refused, and nothing done. */
        record Refused(int status, String code, String message) implements Mishap {}

        /** Done, and the connection cut before the answer. */
        record AnswerLost() implements Mishap {}

        /** Not done, and the connection cut. */
        record NeverDone() implements Mishap {}

        /** Done, and never answered. */
        record Silent() implements Mishap {}

        /** Somebody else was there directly before. */
        record Overtaken(Runnable by) implements Mishap {}
    }

    /** Every answer takes {@code span} longer. */
    public Mishaps latency(Duration span) {
        latency = span;
        return this;
    }

    /** The next {@code action} is refused because too many were asked for. */
    public Mishaps throttle(String action) {
        return refuse(action, 400, "ThrottlingException", "Rate exceeded");
    }

    /** The next {@code action} is refused with these words. */
    public Mishaps refuse(String action, int status, String code, String message) {
        return wish(action, new Mishap.Refused(status, code, message));
    }

    /** The next {@code action} is done, and its answer lost. */
    public Mishaps loseAnswer(String action) {
        return wish(action, new Mishap.AnswerLost());
    }

    /** The next {@code action} is lost before it is done. */
    public Mishaps loseRequest(String action) {
        return wish(action, new Mishap.NeverDone());
    }

    /** The next {@code action} is done and nothing comes back, for a minute. */
    public Mishaps hang(String action) {
        return wish(action, new Mishap.Silent());
    }

    /** Directly before the next {@code action}, {@code other} happens. */
    public Mishaps before(String action, Runnable other) {
        return wish(action, new Mishap.Overtaken(other));
    }

    private Mishaps wish(String action, Mishap mishap) {
        wished.computeIfAbsent(action, _ -> new ArrayDeque<>()).add(mishap);
        return this;
    }

    Duration latency() {
        return latency;
    }

    Optional<Mishap> next(String action) {
        return Optional.ofNullable(wished.get(action)).map(Deque::poll);
    }
}
