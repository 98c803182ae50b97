package io.belay.adapter.aws;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.belay.core.release.MemoryText;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What an alias's description says: a person's words, and behind them the journal and the set of tags that holds the notes:
 * {@code the one customers call [3f9a01bc belay1 shifted 8 7 ...]}.
 *
 * <p>Tags are written without any comparison. So a changed set of notes is written beside the one in force, under a name of its
 * own, and comes into force with the description, which is compared: who loses the race leaves tags that nobody reads.
 *
 * @param words the person's own
 * @param set which tags hold the notes; empty where there are none
 * @param journal the note of the journal; empty where there is none
 */
record LambdaMark(String words, String set, String journal) {
    /** "Maximum length of 256", as in UpdateAlias of the Lambda API Reference; the last is for {@link #touched}. */
    private static final int LONGEST = 255;

    private static final Pattern MARKED =
            Pattern.compile("(?<words>.*?) ?\\[(?<set>[0-9a-f]{8}) (?<journal>belay1 [^\\]]*)\\] ?", Pattern.DOTALL);

    static LambdaMark of(String description) {
        var marked = MARKED.matcher(description);
        return marked.matches()
                ? new LambdaMark(marked.group("words"), marked.group("set"), marked.group("journal"))
                : new LambdaMark(description, "", "");
    }

    /** The description. A person's words are cut where all of it would be too long. */
    String description() {
        var mark = "[" + set + " " + journal + "]";
        var room = LONGEST - mark.length() - 1;
        var kept = words.length() <= room
                ? words
                : words.substring(0, Math.max(0, room)).strip();
        return kept.isEmpty() ? mark : kept + " " + mark;
    }

    /** Another description that says the same. */
    String touched() {
        return (set.isEmpty() ? words : description()) + " ";
    }

    /** The name of a set of {@code notes} that is written by who saw {@code revision}. */
    static String set(String revision, Map<String, String> notes) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest((revision + new TreeMap<>(notes)).getBytes(UTF_8)), 0, 4);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** {@code notes} without the journal. */
    static Map<String, String> further(Map<String, String> notes) {
        var further = new TreeMap<>(notes);
        further.remove(MemoryText.JOURNAL);
        return further;
    }
}
