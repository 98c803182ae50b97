package io.belay.core.release;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/**
 * One long text in several notes. Each begins with its number, how many there are and a sum over the whole text
 * ({@code 2.3.1k9fzq }), so that notes left over from a longer text do no harm, and notes of two texts are told.
 */
final class Notes {
    private static final int HEAD = "999.999.1234567 ".length();

    private Notes() {}

    static String key(int number) {
        return "note." + number;
    }

    /** How long a text fits into {@code room} for certain: a piece ends one sooner rather than with a space. */
    static int fit(Room room) {
        return room.notes() * (room.note() - HEAD - 1);
    }

    static List<String> cut(String text, Room room) {
        var pieces = new ArrayList<String>();
        for (int at = 0; at < text.length(); ) {
            int end = Math.min(text.length(), at + room.note() - HEAD);
            // What keeps a note may strip the spaces at its end.
            end = text.charAt(end - 1) == ' ' ? end - 1 : end;
            pieces.add(text.substring(at, end));
            at = end;
        }
        var sum = sum(text);
        return IntStream.range(0, pieces.size())
                .mapToObj(at -> (at + 1) + "." + pieces.size() + "." + sum + " " + pieces.get(at))
                .toList();
    }

    /** @throws IllegalArgumentException where the notes are not of one text */
    static String join(Map<String, String> notes) {
        var first = notes.get(key(1));
        if (first == null) {
            return "";
        }
        var head = first.substring(0, Math.max(0, first.indexOf(' '))).split("\\.", -1);
        if (head.length != 3) {
            throw new IllegalArgumentException("the first note has no number");
        }
        var text = new StringBuilder();
        var many = Integer.parseInt(head[1]);
        for (int number = 1; number <= many; number++) {
            var mark = number + "." + many + "." + head[2] + " ";
            var note = notes.getOrDefault(key(number), "");
            if (!note.startsWith(mark)) {
                throw new IllegalArgumentException(
                        "note " + number + " of " + many + " is not of the first one's text");
            }
            text.append(note, mark.length(), note.length());
        }
        if (!sum(text.toString()).equals(head[2])) {
            throw new IllegalArgumentException("the notes were changed by another hand");
        }
        return text.toString();
    }

    private static String sum(String text) {
        var sum = new CRC32();
        sum.update(text.getBytes(UTF_8));
        return Long.toString(sum.getValue(), 36);
    }
}
