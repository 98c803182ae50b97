package io.belay.adapter.net.announce;

/** Shortens what a receiver would not take, and says so. */
final class Cut {
    static final String SAID = "\n(cut: the report has it all)";

    private Cut() {}

    /** {@code text}, in {@code most} characters at the most and with no half of a pair at its end. */
    static String to(int most, String text) {
        if (text.length() <= most) {
            return text;
        }
        var end = most - SAID.length();
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + SAID;
    }
}
