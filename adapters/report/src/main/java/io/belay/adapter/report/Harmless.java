package io.belay.adapter.report;

import java.util.Locale;

/**
 * Makes a text from outside fit to show: what a reader cannot see, or what moves the text around it, is written out
 * ({@code \}{@code u001b}, {@code \}{@code u202e}), and a very long text is cut with a note that says so.
 */
final class Harmless {
    /** How much of one text a person is shown, in characters. */
    static final int MOST_SHOWN = 2_000;

    /** Marks upon one letter beyond these are dropped: stacked by the hundred they paint over other lines. */
    private static final int MOST_MARKS = 4;

    private Harmless() {}

    /** {@code text} on one line. */
    static String line(String text) {
        return clean(cut(text, MOST_SHOWN), false);
    }

    /** {@code text} with its line ends and tabs. */
    static String block(String text) {
        return clean(cut(text, MOST_SHOWN), true);
    }

    /** The first {@code most} characters of {@code text}; says how many there were where that is not all. */
    static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        var end = Character.isHighSurrogate(text.charAt(most - 1)) ? most - 1 : most;
        return text.substring(0, end) + String.format(Locale.ROOT, "… [cut: %,d characters in all]", text.length());
    }

    private static String clean(String text, boolean lines) {
        var shown = new StringBuilder(text.length());
        var marks = 0;
        for (int i = 0; i < text.length(); ) {
            var point = text.codePointAt(i);
            i += Character.charCount(point);
            marks = isMark(point) ? marks + 1 : 0;
            if (marks <= MOST_MARKS) {
                append(shown, point, lines);
            }
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point, boolean lines) {
        if (!isHidden(point) || (lines && (point == '\n' || point == '\t'))) {
            shown.appendCodePoint(point);
            return;
        }
        shown.append(
                switch (point) {
                    case '\n' -> "\\n";
                    case '\r' -> "\\r";
                    case '\t' -> "\\t";
                    default ->
                        point > 0xFFFF
                                ? String.format(Locale.ROOT, "\\u{%x}", point)
                                : String.format(Locale.ROOT, "\\u%04x", point);
                });
    }

    static boolean isMark(int point) {
        var type = Character.getType(point);
        return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
    }

    private static boolean isHidden(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
