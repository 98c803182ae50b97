package io.belay.rollback;

import io.belay.core.Evidence;
import java.util.List;

/** A guard's answer: what it says, in one sentence, and what it rests on. */
record Answer(Kind kind, String summary, List<Evidence> evidence) {
    enum Kind {
        /** It holds. */
        MET,
        /** It is not known whether it holds. */
        UNKNOWN,
        /** It does not hold. */
        REFUSED,
        /** What was the cause is over: there is nothing to do. */
        OVER
    }

    static Answer met(String summary, Evidence... evidence) {
        return new Answer(Kind.MET, summary, List.of(evidence));
    }

    static Answer unknown(String summary, Evidence... evidence) {
        return new Answer(Kind.UNKNOWN, summary, List.of(evidence));
    }

    static Answer refused(String summary, Evidence... evidence) {
        return new Answer(Kind.REFUSED, summary, List.of(evidence));
    }

    static Answer over(String summary, Evidence... evidence) {
        return new Answer(Kind.OVER, summary, List.of(evidence));
    }

    /** What {@code fact} was expected to be, beside what it is. */
    static Answer compared(boolean met, String summary, String fact, String expected, String observed) {
        var evidence = Evidence.compared(fact, expected, observed, met);
        return met ? met(summary, evidence) : refused(summary, evidence);
    }
}
