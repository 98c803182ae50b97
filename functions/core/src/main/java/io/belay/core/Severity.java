package io.belay.core;

/** How much a failing check weighs. */
public enum Severity {
    /** A failure fails the report. */
    CRITICAL,
    /** A failure is a warning in the report; an unknown stays unknown. */
    WARNING;

    /** What {@code verdict} becomes under this severity. */
    public Verdict weigh(Verdict verdict) {
        return this == WARNING && verdict == Verdict.FAIL ? Verdict.WARN : verdict;
    }
}
