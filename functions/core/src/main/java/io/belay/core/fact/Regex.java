package io.belay.core.fact;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/**
 * Looks for a pattern in a text that came from outside, and gives up on one that backtracks without end: the system file's
 * author writes the pattern, but a target chooses the text.
 */
public final class Regex {
    /** How often the matcher may look at a character before it gives up. */
    private static final int MOST_LOOKS = 20_000_000;

    private Regex() {}

    /** Whether some part of {@code text} matches; false where that could not be told within bounds. */
    public static boolean found(Pattern pattern, String text) {
        return group(pattern, text).isPresent();
    }

    /** The first group of the first match, or the whole match where the pattern has no group. */
    public static Optional<String> group(Pattern pattern, String text) {
        var matcher = pattern.matcher(new Bounded(text, new AtomicInteger(MOST_LOOKS)));
        try {
            if (!matcher.find()) {
                return Optional.empty();
            }
        } catch (TooManyLooks | StackOverflowError _) {
            return Optional.empty();
        }
        var group = matcher.groupCount() == 0 ? matcher.start() : matcher.start(1);
        return group < 0
                ? Optional.empty()
                : Optional.of(text.substring(group, matcher.groupCount() == 0 ? matcher.end() : matcher.end(1)));
    }

    private static final class TooManyLooks extends RuntimeException {
        private static final long serialVersionUID = 1;

        TooManyLooks() {
            super("too many looks", null, false, false);
        }
    }

    private record Bounded(CharSequence text, AtomicInteger looksLeft) implements CharSequence {
        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (looksLeft.decrementAndGet() < 0) {
                throw new TooManyLooks();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Bounded(text.subSequence(start, end), looksLeft);
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }
}
