package io.belay.core;

import static java.util.Objects.requireNonNull;

import java.util.Locale;

/**
 * Why a port could not do its work. A target that is sick is no fault: that is an observation.
 *
 * @param kind what went wrong, in words every adapter shares
 * @param message the words of the thing that failed, so that a search finds them
 */
public record Fault(Kind kind, String message) {
    public Fault {
        requireNonNull(kind, "kind");
        requireNonNull(message, "message");
    }

    /** The kinds of fault. */
    public enum Kind {
        /** Nobody there to ask. */
        UNREACHABLE(true),
        /** Asked, and no answer in time. */
        TIMED_OUT(true),
        /** Asked too often. */
        THROTTLED(true),
        /** Not allowed to ask. */
        DENIED(false),
        /** No such thing. */
        NOT_FOUND(false),
        /** It has changed since it was read. */
        CONFLICT(false),
        /** The question itself was refused as wrong. */
        REJECTED(false);

        private final boolean retryable;

        Kind(boolean retryable) {
            this.retryable = retryable;
        }

        /** Whether asking again may help. */
        public boolean retryable() {
            return retryable;
        }
    }

    @Override
    public String toString() {
        return kind.name().toLowerCase(Locale.ROOT).replace('_', ' ') + ": " + message;
    }
}
