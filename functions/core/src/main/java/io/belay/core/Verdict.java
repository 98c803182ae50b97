package io.belay.core;

import java.util.Collection;
import java.util.Comparator;

/**
 * What a finding says of its subject, from best to worst.
 *
 * <p>{@link #FAIL} outranks {@link #UNKNOWN}: a known failure can be acted upon.
 */
public enum Verdict {
    /** Measured, and as it should be. */
    PASS,
    /** Measured, and not as it should be, yet nothing to act upon at once. */
    WARN,
    /** Not measured, or not measured in time. Never to be read as {@link #PASS}. */
    UNKNOWN,
    /** Measured, and not as it should be. */
    FAIL;

    /** The worst of {@code verdicts}; {@link #UNKNOWN} of none, since nothing was measured. */
    public static Verdict worst(Collection<Verdict> verdicts) {
        return verdicts.stream().max(Comparator.naturalOrder()).orElse(UNKNOWN);
    }

    /** The worse of the two. */
    public Verdict or(Verdict other) {
        return compareTo(other) >= 0 ? this : other;
    }
}
