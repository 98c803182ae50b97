package io.belay.adapter.report;

/**
 * Two long texts without most of what they begin and end with alike, so that a person sees in what they differ.
 *
 * @param was the one
 * @param is the other
 */
record Middle(String was, String is) {
    /** How much of what is alike stays on either side, in characters. */
    private static final int KEPT = 24;

    private static final int LEAST_LEFT_OUT = 24;

    static Middle of(String was, String is) {
        var shorter = Math.min(was.length(), is.length());
        var head = 0;
        while (head < shorter && was.charAt(head) == is.charAt(head)) {
            head++;
        }
        var tail = 0;
        while (tail < shorter - head && was.charAt(was.length() - 1 - tail) == is.charAt(is.length() - 1 - tail)) {
            tail++;
        }
        return new Middle(cut(was, head, tail), cut(is, head, tail));
    }

    private static String cut(String text, int head, int tail) {
        var from = head - KEPT < LEAST_LEFT_OUT ? 0 : whole(text, head - KEPT);
        var to = tail - KEPT < LEAST_LEFT_OUT ? text.length() : whole(text, text.length() - tail + KEPT);
        return (from == 0 ? "" : "…") + text.substring(from, to) + (to == text.length() ? "" : "…");
    }

    /** Never between the halves of one character, nor before a mark that belongs to the letter before it. */
    private static int whole(String text, int at) {
        var place = at;
        while (place > 0
                && (Character.isLowSurrogate(text.charAt(place)) || Harmless.isMark(text.codePointAt(place)))) {
            place--;
        }
        return place;
    }
}
