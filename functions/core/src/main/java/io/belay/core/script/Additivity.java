package io.belay.core.script;

import static java.util.Objects.requireNonNull;

import java.util.List;

/** Whether the release before a script still runs once the script has been applied. */
public sealed interface Additivity {
    /** The release before runs on. */
    record Additive() implements Additivity {}

    /**
     * The release before breaks, or loses what it leans on.
     *
     * @param reasons at least one, in the order of the script
     */
    record NotAdditive(List<Reason> reasons) implements Additivity {
        public NotAdditive {
            reasons = someOf(reasons);
        }
    }

    /**
     * It cannot be told; never to be read as additive.
     *
     * @param reasons at least one, in the order of the script
     */
    record Unclear(List<Reason> reasons) implements Additivity {
        public Unclear {
            reasons = someOf(reasons);
        }
    }

    /**
     * Why, and where.
     *
     * @param line from 1
     * @param statement its kind: {@code ALTER TABLE}
     * @param why what the release before would hit, in one sentence
     */
    record Reason(int line, String statement, String why) {
        public Reason {
            if (line < 1) {
                throw new IllegalArgumentException("A line is counted from 1");
            }
            requireNonNull(statement, "statement");
            requireNonNull(why, "why");
        }
    }

    /** The one answer that lets the release before return. */
    static Additivity additive() {
        return new Additive();
    }

    /** For one reason. */
    static Additivity notAdditive(int line, String statement, String why) {
        return new NotAdditive(List.of(new Reason(line, statement, why)));
    }

    /** For one reason. */
    static Additivity unclear(int line, String statement, String why) {
        return new Unclear(List.of(new Reason(line, statement, why)));
    }

    private static List<Reason> someOf(List<Reason> reasons) {
        if (reasons.isEmpty()) {
            throw new IllegalArgumentException("An answer other than additive has a reason");
        }
        return List.copyOf(reasons);
    }
}
