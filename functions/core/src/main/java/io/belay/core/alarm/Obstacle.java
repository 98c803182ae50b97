package io.belay.core.alarm;

import static java.util.Objects.requireNonNull;

/**
 * Why nobody would hear of an alarm that is.
 *
 * @param at whom or what it points at, fit to show
 * @param message what was seen, in one sentence
 */
public record Obstacle(Reason reason, String at, String message) {
    public Obstacle {
        requireNonNull(reason, "reason");
        requireNonNull(at, "at");
        requireNonNull(message, "message");
    }

    /** The reasons. */
    public enum Reason {
        /** It points at a topic or a queue that is not there. */
        NO_TOPIC("no such topic"),
        /** It points at a function that is not there. */
        NO_FUNCTION("no such function"),
        /** It may not call the function it points at. */
        NO_PERMISSION("no permission"),
        /** Nobody has confirmed the subscription. */
        UNCONFIRMED("not confirmed"),
        /** It names a contact or a group that is not there. */
        NO_CONTACT("no such contact"),
        /** Its actions are switched off. */
        SWITCHED_OFF("switched off");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** In a few words. */
        public String word() {
            return word;
        }
    }
}
