package io.belay.adapter.systemfile;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How faults quote the file and list what is known. */
final class Words {
    private static final int LONGEST = 60;
    private static final int MOST = 30;
    private static final Pattern WORD = Pattern.compile("[A-Za-z0-9+.%-]{1,40}");

    private Words() {}

    /** Whether {@code text} can be shown without quotes and nobody wonders where it ends. */
    static boolean isWord(String text) {
        return WORD.matcher(text).matches();
    }

    /** {@code text} in quotes, in one line, cut where it is long. */
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        text.codePoints().limit(LONGEST).forEach(point -> append(quoted, point));
        return quoted.append(text.codePointCount(0, text.length()) > LONGEST ? "...\"" : "\"")
                .toString();
    }

    private static void append(StringBuilder quoted, int point) {
        switch (point) {
            case '"' -> quoted.append("\\\"");
            case '\n' -> quoted.append("\\n");
            case '\t' -> quoted.append("\\t");
            default -> {
                if (isPrintable(point)) {
                    quoted.appendCodePoint(point);
                } else {
                    quoted.append(String.format("\\u%04x", point));
                }
            }
        }
    }

    // Bidirectional marks would let a name rewrite the line that it is shown in.
    private static boolean isPrintable(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    /** {@code a, b or c}. */
    static String oneOf(Collection<String> words) {
        if (words.size() > MOST) {
            return words.stream().limit(MOST).collect(Collectors.joining(", ")) + " and " + (words.size() - MOST)
                    + " more";
        }
        var list = List.copyOf(words);
        if (list.size() < 2) {
            return String.join("", list);
        }
        return String.join(", ", list.subList(0, list.size() - 1)) + " or " + list.getLast();
    }

    /** The nearest of {@code known} to {@code word} where one is near; else all of them. */
    static String nearestOf(String word, Collection<String> known) {
        return Nearest.to(word, known).map(Words::quoted).orElseGet(() -> "one of " + oneOf(known));
    }
}
