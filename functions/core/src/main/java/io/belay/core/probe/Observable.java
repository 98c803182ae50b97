package io.belay.core.probe;

import static java.util.Objects.requireNonNull;

import io.belay.core.fact.Condition;
import io.belay.core.fact.FactName;
import java.util.List;
import java.util.Optional;

/**
 * A fact that a kind of probe can measure, and how the system file asks for it under {@code expect}.
 *
 * @param key as the file writes it: {@code within}
 * @param fact the fact behind it: {@code latency}
 * @param type what its values are
 * @param bare how a bare value is meant: {@code within: 500ms} is at most, {@code status: 200} is equal
 * @param keyed whether it is asked by key, as {@code json} is by path: the file then gives a map
 * @param byDefault what must hold where the file says nothing of this fact; empty for nothing
 * @param description one sentence for the editor
 */
public record Observable(
        String key,
        String fact,
        Type type,
        Bare bare,
        boolean keyed,
        Optional<Condition> byDefault,
        String description) {
    /** How long the answer took. */
    public static final String LATENCY = "latency";

    /** The share of samples that did not answer, in percent. */
    public static final String LOST = "lost";

    /** What can be expected of any kind of check. {@code p50} to {@code max} and {@code lost} need {@code samples}. */
    public static final List<Observable> COMMON = List.of(
            span("within", LATENCY, "How long the answer may take."),
            span("p50", "p50", "The latency that half of the samples keep within."),
            span("p90", "p90", "The latency that 90 of 100 samples keep within."),
            span("p95", "p95", "The latency that 95 of 100 samples keep within."),
            span("p99", "p99", "The latency that 99 of 100 samples keep within."),
            span("max", "max", "The latency that all samples keep within."),
            new Observable(
                    LOST,
                    LOST,
                    Type.NUMBER,
                    Bare.AT_MOST,
                    false,
                    Optional.empty(),
                    "The percentage of samples that may fail to answer; none by default."));

    public Observable {
        requireNonNull(key, "key");
        requireNonNull(fact, "fact");
        requireNonNull(type, "type");
        requireNonNull(bare, "bare");
        requireNonNull(byDefault, "byDefault");
        requireNonNull(description, "description");
    }

    /** A fact of the same name as its key, of which nothing is expected by default. */
    public static Observable of(String key, Type type, Bare bare, String description) {
        return new Observable(key, key, type, bare, false, Optional.empty(), description);
    }

    /** A fact asked by key: a header by its name, a JSON value by its path. */
    public static Observable keyed(String key, Type type, Bare bare, String description) {
        return new Observable(key, key, type, bare, true, Optional.empty(), description);
    }

    private static Observable span(String key, String fact, String description) {
        return new Observable(key, fact, Type.SPAN, Bare.AT_MOST, false, Optional.empty(), description);
    }

    /** This observable with {@code condition} where the file says nothing of it. */
    public Observable orElse(Condition condition) {
        return new Observable(key, fact, type, bare, keyed, Optional.of(condition), description);
    }

    /** The fact it stands for, where it is not keyed. */
    public FactName name() {
        return FactName.of(fact);
    }

    /** What a fact's values are, so that {@code 5s} is read as a span and {@code 5} as a number. */
    public enum Type {
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A size in bytes. */
        SIZE,
        /** A span of time. */
        SPAN,
        /** Yes or no. */
        FLAG,
        /** Whatever the file writes: a number, a text, yes or no. */
        ANY
    }

    /** How a bare value is meant. */
    public enum Bare {
        /** It equals the value. */
        EQUAL,
        /** It is the value or less. */
        AT_MOST,
        /** It is the value or more. */
        AT_LEAST,
        /** The value stands in it. */
        CONTAINS
    }
}
