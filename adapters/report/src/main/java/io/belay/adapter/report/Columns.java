package io.belay.adapter.report;

import java.util.ArrayList;
import java.util.List;

/**
 * How many columns of a terminal a text takes, and texts made to fit them. East Asian wide characters and emoji take two,
 * marks upon another letter none (Unicode's annex 11). Expects texts that {@link Harmless} has cleaned.
 */
final class Columns {
    private Columns() {}

    static int of(String text) {
        return text.codePoints().map(Columns::of).sum();
    }

    /** {@code text} in exactly {@code columns}: filled with spaces, or cut with an ellipsis. */
    static String fit(String text, int columns) {
        var cut = cut(text, columns);
        return cut + " ".repeat(columns - of(cut));
    }

    /** {@code text} in at most {@code columns}; at least one. */
    static String cut(String text, int columns) {
        return of(text) <= columns ? text : text.substring(0, end(text, 0, columns - 1)) + "…";
    }

    /** {@code text} in lines of at most {@code columns}, parted at spaces where there are any. */
    static List<String> wrapped(String text, int columns) {
        var lines = new ArrayList<String>();
        for (var line : text.split("\n", -1)) {
            wrap(line.replace("\t", "    "), columns, lines);
        }
        return lines;
    }

    private static void wrap(String line, int columns, List<String> lines) {
        var from = 0;
        while (of(line.substring(from)) > columns) {
            // A wide character in a single column still has to go somewhere, or this would not end.
            var hard = Math.max(end(line, from, columns), line.offsetByCodePoints(from, 1));
            var space = line.lastIndexOf(' ', hard);
            var to = space > from ? space : hard;
            lines.add(line.substring(from, to));
            from = to == space ? to + 1 : to;
        }
        if (from < line.length() || line.isEmpty()) {
            lines.add(line.substring(from));
        }
    }

    private static int end(String text, int from, int columns) {
        var used = 0;
        var i = from;
        while (i < text.length()) {
            var point = text.codePointAt(i);
            used += of(point);
            if (used > columns) {
                return i;
            }
            i += Character.charCount(point);
        }
        return i;
    }

    private static int of(int point) {
        if (Harmless.isMark(point)) {
            return 0;
        }
        return isWide(point) ? 2 : 1;
    }

    private static boolean isWide(int point) {
        return point >= 0x1100
                && (point <= 0x115F
                        || within(point, 0x231A, 0x231B)
                        || within(point, 0x23E9, 0x23F3)
                        || within(point, 0x2614, 0x2615)
                        || within(point, 0x2648, 0x2653)
                        || within(point, 0x2E80, 0x303E)
                        || within(point, 0x3041, 0xA4CF)
                        || within(point, 0xA960, 0xA97C)
                        || within(point, 0xAC00, 0xD7A3)
                        || within(point, 0xF900, 0xFAFF)
                        || within(point, 0xFE30, 0xFE6F)
                        || within(point, 0xFF01, 0xFF60)
                        || within(point, 0xFFE0, 0xFFE6)
                        || within(point, 0x16FE0, 0x18AFF)
                        || within(point, 0x1AFF0, 0x1B2FB)
                        || (point >= 0x1F000 && Character.isEmojiPresentation(point))
                        || (point >= 0x2600 && point <= 0x2BFF && Character.isEmojiPresentation(point))
                        || within(point, 0x20000, 0x3FFFD));
    }

    private static boolean within(int point, int low, int high) {
        return point >= low && point <= high;
    }
}
