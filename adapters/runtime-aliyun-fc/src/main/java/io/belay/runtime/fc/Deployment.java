package io.belay.runtime.fc;

import static java.util.Objects.requireNonNull;

import io.belay.adapter.deliveries.Self;
import io.belay.assembly.Bundle;
import io.belay.assembly.door.Later;
import io.belay.assembly.door.Onward;
import io.belay.assembly.door.Tokens;
import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * What whoever deploys says of a server.
 *
 * @param function which function {@code /invoke} runs, and {@code /alarms} where alarms can call it
 * @param open the functions that change something and answer to a {@code POST} at their path, besides {@code function}: who may
 *     call the HTTP trigger at all may then call them
 * @param otherwise a call's time limit where FC names none; empty for the system file's own
 * @param onward goes on with an alarm once its sender has been answered; empty where this process may go on itself, which FC
 *     does not let it
 * @param later runs the function where nobody waits for it; empty where every caller has to
 * @param credentials is shown the headers of FC's own calls by lower-case name
 * @param tokens whoever may call over HTTP; FC's own calls need none
 * @param behindFc whether FC stands before the server: it says of each call whether it is its own, and keeps callers from saying so
 * @param self the function of FC's that this is; empty where it is none
 */
public record Deployment(
        String function,
        Set<String> open,
        Optional<Duration> otherwise,
        Optional<Onward> onward,
        Optional<Later> later,
        Consumer<Map<String, String>> credentials,
        Tokens tokens,
        boolean behindFc,
        Optional<Self> self) {
    public Deployment {
        requireNonNull(function, "function");
        open = Set.copyOf(open);
        requireNonNull(otherwise, "otherwise");
        requireNonNull(onward, "onward");
        requireNonNull(later, "later");
        requireNonNull(credentials, "credentials");
        requireNonNull(tokens, "tokens");
        requireNonNull(self, "self");
        if (!Bundle.CHANGING.containsAll(open)) {
            throw new IllegalArgumentException("found " + open + "; what can be opened is " + Bundle.CHANGING);
        }
    }

    /** Of {@code function} alone, in a process that goes on after an answer. */
    public static Deployment of(String function, Optional<Duration> otherwise) {
        return new Deployment(
                function,
                Set.of(),
                otherwise,
                Optional.empty(),
                Optional.empty(),
                _ -> {},
                Tokens.NONE,
                false,
                Optional.empty());
    }

    /** The same with these functions open. */
    public Deployment opening(Set<String> functions) {
        return new Deployment(function, functions, otherwise, onward, later, credentials, tokens, behindFc, self);
    }

    /** The same, gone on with by {@code other}. */
    public Deployment onward(Onward other) {
        return new Deployment(
                function, open, otherwise, Optional.of(other), later, credentials, tokens, behindFc, self);
    }

    /** The same, where {@code other} runs what nobody waits for. */
    public Deployment later(Later other) {
        return new Deployment(
                function, open, otherwise, onward, Optional.of(other), credentials, tokens, behindFc, self);
    }

    /** The same, whose headers are shown to {@code other}. */
    public Deployment credentials(Consumer<Map<String, String>> other) {
        return new Deployment(function, open, otherwise, onward, later, other, tokens, behindFc, self);
    }

    /** The same, to whose pages only those come that {@code other} admits. */
    public Deployment guarded(Tokens other) {
        return new Deployment(function, open, otherwise, onward, later, credentials, other, behindFc, self);
    }

    /** The same on FC. */
    public Deployment onFc() {
        return new Deployment(function, open, otherwise, onward, later, credentials, tokens, true, self);
    }

    /** The same of the function {@code other}. */
    public Deployment as(Self other) {
        return new Deployment(
                function, open, otherwise, onward, later, credentials, tokens, behindFc, Optional.of(other));
    }

    /** The functions that change something and have a path. */
    Set<String> changing() {
        var all = new HashSet<>(open);
        if (Bundle.CHANGING.contains(function)) {
            all.add(function);
        }
        return all;
    }
}
